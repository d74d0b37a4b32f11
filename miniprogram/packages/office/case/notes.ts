/**
 * What whoever works on a matter must know beside its course: what is asked for and promised, what
 * stops the clock, who is asked, what lies elsewhere. One row of the table per institution.
 */
import type { CaseDetail } from '../../../services/case'
import { spokenDate, spokenTime } from '../../../shared/dates'
import type { BusinessDate } from '../../../shared/dates'
import { opinionTag } from '../../../shared/matter-words'
import type { Tag } from '../../../shared/matter-words'

export interface OfficeNote {
  readonly key: string
  readonly title: string
  readonly lines: readonly string[]
  /** 联合审批: each department, what it looks at, what it said. */
  readonly units?: readonly {
    readonly name: string
    readonly task: string
    readonly said: string
    readonly tag: Tag
  }[]
}

type Rule = (
  matter: CaseDetail,
  day: (date: BusinessDate) => string,
) => Omit<OfficeNote, 'key'> | null | undefined

const AUTHORISED = {
  phone: '本人手机上同意的',
  scan: '签了委托书',
  thumbprint: '按了手印',
} as const

const RULES: Readonly<Record<string, Rule>> = {
  deceased: ({ deceased }) =>
    deceased
      ? {
          title: '申请人过世了',
          lines: ['不再给他发消息，有事找家里人。', '家里人还要办什么，看事项里的“身后事”。'],
        }
      : null,
  priority: ({ priority }) => (priority ? { title: '优先办', lines: [priority] } : null),
  supplement: ({ missing, supplement }, day) =>
    supplement && missing.length > 0
      ? {
          title: `等他补${String(missing.length)}样，${day(supplement.dueOn)}前`,
          lines: missing.map(({ name, reason }) => `${name}：${reason}`),
        }
      : null,
  promise: ({ promise }, day) =>
    promise &&
    (promise.kept
      ? { title: '容缺的都补上了', lines: [] }
      : {
          title: `容缺受理，${day(promise.dueOn)}前补`,
          lines: [promise.names.join('、'), `不补：${promise.consequence}`],
        }),
  deemed: ({ acceptedHow }) =>
    acceptedHow === 'deemed'
      ? { title: '视为受理', lines: ['5个工作日没告知，从收到那天算时间。不等于通过。'] }
      : null,
  pause: ({ clock, status }, day) => {
    const pause = clock.pauses[clock.pauses.length - 1]
    return pause?.until === null && status === 'suspended'
      ? { title: `停算：${pause.ground}`, lines: [`预计${day(pause.expectedOn)}接着办`] }
      : null
  },
  extension: ({ extension }) =>
    extension && {
      title: { asked: '延期等乡长批', granted: '延期批了', declined: '延期没批' }[extension.state],
      lines: [`原因：${extension.reason}`],
    },
  transfer: ({ transfer }) =>
    transfer && {
      title:
        transfer.state === 'asked'
          ? `请${transfer.unitName}接手，等答复`
          : `${transfer.unitName}不接，等站长定`,
      lines: [
        `原因：${transfer.reason}`,
        ...(transfer.declined ? [`不接的原因：${transfer.declined}`] : []),
      ],
    },
  partners: ({ partners }) =>
    partners.length > 0
      ? {
          title: '一起办的部门',
          lines: [],
          units: partners.map(({ unitName, task, opinion }) => ({
            name: unitName,
            task,
            said: opinion ? `${opinion.byName}：${opinion.text}` : '',
            tag: opinionTag(opinion, '还没出意见'),
          })),
        }
      : null,
  survey: ({ survey }, day) =>
    survey && {
      title: `踏勘：${day(survey.on)} ${spokenTime(survey.at)}`,
      lines: [survey.officers.join('、'), survey.report ?? '看过了，把看到的记下来'],
    },
  publicity: ({ publicity }, day) =>
    publicity && {
      title: publicity.ended ? '公示完了' : `公示到${day(publicity.until)}`,
      lines: publicity.objections.map(({ n, text }) => `异议${String(n)}：${text}`),
    },
  carry: ({ carry }, day) =>
    carry?.doneOn === null ? { title: `材料${day(carry.dueOn)}前送到乡里`, lines: [] } : null,
  external: ({ external, days, platformNumber }, day) =>
    external.length > 0
      ? {
          title: '上级那里',
          lines: [
            ...external.map(
              ({ to, receiptNumber, expectedOn, result }) =>
                `${to}${receiptNumber ? `，回执号${receiptNumber}` : ''}：` +
                (result ?? `${day(expectedOn)}有结果`),
            ),
            ...(platformNumber ? [`省平台编号 ${platformNumber}`] : []),
            `乡里${String(days.ours)}个工作日，上级${String(days.county)}个`,
          ],
        }
      : null,
  originals: ({ originals }, day) => {
    const out = originals.filter(({ returnedOn }) => returnedOn === null)
    return out.length > 0
      ? {
          title: `收着${String(out.length)}样原件`,
          lines: out.map(({ name, takenOn, takenBy }) => `${name}，${day(takenOn)}${takenBy}收的`),
        }
      : null
  },
  authorised: ({ authorised }) =>
    authorised ? { title: '委托代办', lines: [AUTHORISED[authorised]] } : null,
  opinions: ({ opinions }) =>
    opinions.length > 0
      ? {
          title: '领导意见',
          lines: opinions.map(
            ({ byName, text, answer }) =>
              `${byName}：${text}${answer === null ? '（还没回复）' : `。回复：${answer}`}`,
          ),
        }
      : null,
  delivery: ({ delivery }, day) =>
    delivery && { title: `${day(delivery.on)}送到了`, lines: [`签收：${delivery.signedBy}`] },
  group: ({ coApplicants }) =>
    coApplicants.length > 0 ? { title: '一起申请的', lines: [coApplicants.join('、')] } : null,
  linked: ({ linkedTo }) =>
    linkedTo ? { title: '接着以前的', lines: [`原来的编号 ${linkedTo}`] } : null,
}

export function notesFor(matter: CaseDetail, today: BusinessDate): OfficeNote[] {
  const day = (date: BusinessDate) => spokenDate(date, today).split(' ')[0] ?? date
  return Object.entries(RULES).flatMap(([key, rule]) => {
    const told = rule(matter, day)
    return told ? [{ key, ...told }] : []
  })
}
