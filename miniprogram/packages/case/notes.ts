/**
 * 这件事的情况: what happened to a matter beside its plain course, as cards. One row of the table per
 * institution: one notice, promise, deemed acceptance, pause, extension, transfer, joint approval,
 * the way to the county, originals, delivery. Each says what it means for the reader.
 */
import type { CaseDetail } from '../../services/case'
import { spokenDate, spokenTime } from '../../shared/dates'
import type { BusinessDate } from '../../shared/dates'
import { isOpen, opinionTag } from '../../shared/matter-words'
import type { Tag } from '../../shared/matter-words'

export interface Note {
  readonly key: string
  readonly tone: '' | 'act' | 'warn' | 'info' | 'brand'
  readonly icon: string
  readonly title: string
  readonly lines: readonly string[]
  /** Each of several units, what it looks at and how far it is. */
  readonly units?: readonly UnitNote[]
}

export interface UnitNote {
  readonly name: string
  readonly task: string
  readonly tag: Tag
}

/** What is told of a matter; a look by number and code knows less. */
export type NotedCase = Partial<CaseDetail> & Pick<CaseDetail, 'status' | 'clock' | 'unit'>

type Told = Omit<Note, 'key'> | null | undefined

type Rule = (matter: NotedCase, day: (date: BusinessDate) => string) => Told

/** 我们超时未告知: these words and no others (mission, rules of intake). */
const DEEMED = '我们超时未告知，视为已受理，不等于通过'

const DELIVERED: Readonly<Record<NonNullable<CaseDetail['delivery']>['how'], string>> = {
  pickup: '在窗口领走了',
  cadre: '干部送到了',
  agent: '代办员带到了',
  post: '邮寄到了',
}

const RULES: Readonly<Record<string, Rule>> = {
  missing: ({ missing = [], supplement, status }, day) =>
    missing.length > 0 && supplement && isOpen(status)
      ? {
          tone: 'act',
          icon: 'file',
          title: `还差${String(missing.length)}样，${day(supplement.dueOn)}前补`,
          lines: [
            ...missing.map(({ name, reason }) => `${name}：${reason}`),
            ...(supplement.again
              ? ['这几样是后来才要的，原因写在“办过的事”里，监督那边也知道。']
              : []),
          ],
        }
      : null,
  refusal: ({ refusal }) =>
    refusal && {
      tone: 'act',
      icon: 'error-circle',
      title: '没受理',
      lines: [`原因：${refusal.reason}`, `该找：${refusal.whereTo}`],
    },
  deemed: ({ acceptedHow }) =>
    acceptedHow === 'deemed'
      ? { tone: 'info', icon: 'info-circle', title: DEEMED, lines: ['从交来那天算时间。'] }
      : null,
  promise: ({ promise }, day) =>
    promise &&
    (promise.kept
      ? { tone: 'brand', icon: 'check-circle', title: '答应补的都补上了', lines: [] }
      : {
          tone: 'act',
          icon: 'file',
          title: `先给您办着，${day(promise.dueOn)}前补上`,
          lines: [`要补：${promise.names.join('、')}`, `不补的话：${promise.consequence}`],
        }),
  pause: ({ clock, status }, day) => {
    const pause = clock.pauses[clock.pauses.length - 1]
    return pause?.until === null && status === 'suspended'
      ? {
          tone: 'warn',
          icon: 'hourglass',
          title: `等${pause.ground}，先停算时间`,
          lines: [`预计${day(pause.expectedOn)}接着办。`, '停的这些天不算在办理的日子里。'],
        }
      : null
  },
  extension: ({ extension, status }) => {
    if (!extension || extension.state === 'declined') return null
    const days = `${String(extension.days)}个工作日`
    if (extension.state === 'granted') {
      return {
        tone: 'warn',
        icon: 'time',
        title: `乡长批了延期${days}`,
        lines: [`原因：${extension.reason}`, '只能延一次。'],
      }
    }
    return isOpen(status)
      ? {
          tone: 'info',
          icon: 'time',
          title: `报了延期${days}，乡长还没批`,
          lines: [`原因：${extension.reason}`, '没批之前，还按原来的日子。'],
        }
      : null
  },
  transfer: ({ transfer, status }) =>
    transfer && isOpen(status)
      ? transfer.state === 'asked'
        ? {
            tone: 'info',
            icon: 'swap',
            title: `正在转给${transfer.unitName}`,
            lines: [`原因：${transfer.reason}`, '他们接手前，还是原来的人管。不用您再交。'],
          }
        : {
            tone: 'info',
            icon: 'swap',
            title: '归谁办，站长来定',
            lines: [`${transfer.unitName}没接：${transfer.declined ?? ''}`, '不用您再跑。'],
          }
      : null,
  partners: ({ partners = [] }) =>
    partners.length > 0
      ? {
          tone: '',
          icon: 'usergroup',
          title: '几个部门一起看',
          lines: [],
          units: partners.map(({ unitName, task, opinion }) => ({
            name: unitName,
            task,
            tag: opinionTag(opinion, '还在看'),
          })),
        }
      : null,
  survey: ({ survey }, day) =>
    survey && {
      tone: survey.report === null ? 'info' : '',
      icon: 'location',
      title:
        survey.report === null
          ? `${day(survey.on)} ${spokenTime(survey.at)}去看现场`
          : '现场看过了',
      lines: [
        `去的人：${survey.officers.join('、')}`,
        survey.report ?? '那天家里留个人，指一指地方。',
      ],
    },
  publicity: ({ publicity }, day) =>
    publicity &&
    (publicity.ended
      ? { tone: '', icon: 'notification', title: '公示完了', lines: ['公示的内容已经撤下。'] }
      : {
          tone: 'info',
          icon: 'notification',
          title: `正在公示，到${day(publicity.until)}`,
          lines: ['公示的几天也算在办理的日子里。'],
        }),
  carry: ({ carry, status }, day) =>
    carry && isOpen(status)
      ? carry.doneOn === null
        ? {
            tone: 'info',
            icon: 'file',
            title: `代办员${day(carry.dueOn)}前送到乡里`,
            lines: ['材料在代办员手里，您不用跑。'],
          }
        : { tone: '', icon: 'file', title: `材料${day(carry.doneOn)}送到了乡里`, lines: [] }
      : null,
  external: ({ external = [], days }, day) =>
    external.length > 0
      ? {
          tone: '',
          icon: 'map-location',
          title: '上级那里',
          lines: [
            ...external.map(
              ({ to, receiptNumber, handedOn, expectedOn, result }) =>
                `${to}：${day(handedOn)}交去${receiptNumber ? `，回执号${receiptNumber}` : ''}，` +
                (result === null ? `说好${day(expectedOn)}有结果` : `结果：${result}`),
            ),
            ...(days?.total
              ? [
                  `乡里用了${String(days.ours)}个工作日，上级用了${String(days.county)}个，从交来一共${String(days.total)}天。`,
                ]
              : []),
          ],
        }
      : null,
  originals: ({ originals = [] }, day) => {
    const kept = originals.filter(({ returnedOn }) => returnedOn === null)
    return kept.length > 0
      ? {
          tone: 'warn',
          icon: 'lock-on',
          title: `收着您${String(kept.length)}样原件`,
          lines: [
            ...kept.map(({ name, takenOn, takenBy }) => `${name}：${day(takenOn)}，${takenBy}收的`),
            '办完当面还您，您签收。',
          ],
        }
      : null
  },
  delivery: ({ delivery }, day) =>
    delivery && {
      tone: 'brand',
      icon: 'check-circle',
      title: `${day(delivery.on)}，${DELIVERED[delivery.how]}`,
      lines: [`签收：${delivery.signedBy}`],
    },
  priority: ({ priority, status }) =>
    priority && isOpen(status)
      ? { tone: '', icon: 'time', title: '这件优先办', lines: [`原因：${priority}`] }
      : null,
  authorised: ({ authorised }) =>
    authorised
      ? { tone: '', icon: 'user', title: '已经委托代办', lines: ['代办不收钱，不碰现金和密码。'] }
      : null,
  group: ({ coApplicants = [] }) =>
    coApplicants.length > 0
      ? { tone: '', icon: 'usergroup', title: '一起申请的', lines: [coApplicants.join('、')] }
      : null,
  linked: ({ linkedTo }) =>
    linkedTo
      ? { tone: '', icon: 'history', title: '接着以前的办', lines: [`原来的编号 ${linkedTo}`] }
      : null,
}

export function notesOf(matter: NotedCase, today: BusinessDate): Note[] {
  const day = (date: BusinessDate) => spokenDate(date, today)
  return Object.entries(RULES).flatMap(([key, rule]) => {
    const told = rule(matter, day)
    return told ? [{ key, ...told }] : []
  })
}
