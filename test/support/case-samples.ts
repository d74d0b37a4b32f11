/** An input for every action of `case` that gets past its schema. */
import type { CaseDocument } from '../../cloudfunctions/core/store/documents/case'
import { addDays } from '../../miniprogram/shared/dates'
import type { BusinessDate } from '../../miniprogram/shared/dates'
import { newRequest } from './people'
import { APPLICANT } from './steps'
import { PHOTO } from './photos'

interface Sample {
  readonly input: (targets: { readonly caseId: string }) => object
  readonly target?: true
  readonly state?: 'accepted' | 'decided'
  readonly byFlow?: true
  readonly missing?: true
}

const on =
  (content: object = {}) =>
  ({ caseId }: { readonly caseId: string }) => ({
    id: caseId,
    requestId: newRequest(),
    ...content,
  })

/** A step of a matter that was just handed in, accepted or decided. */
const step = (content: object = {}, state?: 'accepted' | 'decided'): Sample => ({
  input: on(content),
  target: true,
  byFlow: true,
  ...(state ? { state } : {}),
})

/** Something that is not about one stored matter. */
const free = (content: object): Sample => ({
  input: () => ({ requestId: newRequest(), ...content }),
})

const LATER = '2026-12-31'

export const CASE_SAMPLES: Readonly<Record<string, Sample>> = {
  'case.submit': free({ code: 'MZ-05', applicant: APPLICANT, materials: [] }),
  'case.intake': free({ code: 'MZ-05', applicant: APPLICANT, materials: [] }),
  'case.serveNow': {
    ...free({ code: 'MZ-05', applicant: APPLICANT, reply: '办好了，证明给您了' }),
  },
  'case.similar': { input: () => ({ code: 'MZ-05', name: '覃大旺', villageId: 'v01' }) },
  'case.join': { ...free({ number: '1124-00000-0', code: '123456' }), missing: true },
  'case.earlierPapers': { input: () => ({ code: 'MZ-05', name: '覃大旺' }) },
  'case.mine': { input: () => ({}) },
  'case.detail': { input: ({ caseId }) => ({ id: caseId }), target: true },
  'case.paper': { input: ({ caseId }) => ({ id: caseId, key: 'id-card' }), target: true },
  'case.sheet': { input: ({ caseId }) => ({ id: caseId, kind: 'receipt' }), target: true },
  'case.track': { input: () => ({ number: '1124-00000-0', code: '123456' }), missing: true },
  'case.inbox': { input: () => ({}) },
  'case.calls': { input: () => ({}) },
  'case.called': step({ toName: '蒋福生' }),
  'case.units': { input: () => ({}) },
  'case.publicized': { input: () => ({}) },
  'case.object': { ...free({ number: '1124-00000-0', text: '占了路' }), missing: true },
  'case.ask': step({ text: '办到哪了' }),
  'case.urge': step(),
  'case.signFor': step(),
  'case.accept': step(),
  'case.acceptConditionally': step({ keys: ['hukou'], dueOn: LATER, consequence: '先不发钱' }),
  'case.notifySupplement': step({ missing: [{ key: 'hukou', reason: '没带' }] }),
  'case.supplement': step({ materials: [{ key: 'hukou', fileId: PHOTO }] }, 'accepted'),
  'case.refuse': step({ reason: '不归乡里办', whereTo: '县民政局' }),
  'case.withdraw': step(),
  'case.withdrawLate': step({ spokeWith: '和他儿子说过' }),
  'case.progress': step({ text: '上门看过了' }, 'accepted'),
  'case.suspend': step({ ground: '鉴定', document: '告知书1号', expectedOn: LATER }, 'accepted'),
  'case.resume': step({}, 'accepted'),
  'case.requestExtension': step({ reason: '路断了' }, 'accepted'),
  'case.answerExtension': step({ grant: true }, 'accepted'),
  'case.requestTransfer': step({ toUnit: 'yb', reason: '归医保' }),
  'case.answerTransfer': step({ accept: true }),
  'case.assign': step({ toUnit: 'yb', reason: '归医保' }),
  'case.setPriority': step({ reason: '八十岁了' }),
  'case.declareConflict': step({ reason: '是我舅舅' }),
  'case.opine': step({ text: '抓紧办' }),
  'case.answerOpinion': { ...step({ n: 1, text: '正在办' }), missing: true },
  'case.markDeceased': step(),
  'case.authorise': step({ how: 'thumbprint', witnesses: ['甲', '乙'] }),
  'case.takeOriginals': step({ names: ['身份证'] }),
  'case.returnOriginals': step({ numbers: [1], signedBy: '覃大旺' }),
  'case.carry': step(),
  'case.forward': step({ to: '县民政局', expectedOn: LATER }, 'accepted'),
  'case.externalUpdate': { ...step({ n: 1, result: '批了' }, 'accepted'), missing: true },
  'case.survey': step({ on: LATER, at: '09:00', officers: ['甲', '乙'] }, 'accepted'),
  'case.publicize': step({ days: 7, fields: [{ label: '位置', value: '一组' }] }, 'accepted'),
  'case.branchDecide': step({ outcome: 'approve', text: '同意' }, 'accepted'),
  'case.decide': step({ outcome: 'approve', reply: '批了' }, 'accepted'),
  'case.deliver': step({ how: 'pickup', signedBy: '覃大旺' }, 'decided'),
  'case.complete': step({}, 'decided'),
  'case.reopen': step({ reason: '钱没到' }, 'decided'),
}

/** What has to fit the matter as it stands and the day: over the sample of the same action. */
export function fittingNow(doc: CaseDocument, action: string, today: BusinessDate): object {
  const later = addDays(today, 20)
  const missing = (doc.supplements.at(-1)?.missing ?? []).filter(({ givenAt }) => givenAt === null)
  const papers = missing.map(({ key }) => ({ key, fileId: PHOTO }))
  const out = doc.originals.filter(({ returnedOn }) => returnedOn === null)
  const table: Readonly<Record<string, object>> = {
    notifySupplement:
      doc.state === 'received' && doc.supplements.length === 0
        ? {}
        : { exception: '县里今天才要的' },
    supplement: papers.length > 0 ? { materials: papers } : {},
    acceptConditionally: { keys: [doc.materials[0]?.key], dueOn: later },
    suspend: { expectedOn: later },
    forward: { expectedOn: later },
    externalUpdate: { n: doc.external.find(({ result }) => result === null)?.n },
    answerOpinion: { n: doc.opinions.find(({ answer }) => answer === null)?.n },
    returnOriginals: { numbers: out.map(({ n }) => n) },
    survey: { report: '看过了' },
  }
  return table[action] ?? {}
}
