/** From what was filled in to what the function takes: one row per step. */
import type { Input } from '../../../../typings/wire'
import { call } from '../../../services/call'
import type { StepName } from '../actions'
import { ticked } from './form'
import type { StepForm } from './form'
import { namesIn, pairsIn } from './lists'

type Content<Step extends StepName> = Omit<Input<'case', Step>, 'id' | 'requestId'>

type Inputs = { readonly [Step in StepName]: (form: StepForm) => Content<Step> }

const words = (form: StepForm, name: string): string => (form[name] ?? '').trim()

const optional = (form: StepForm, name: string): string | undefined =>
  words(form, name) || undefined

const outcomeOf = (form: StepForm): 'approve' | 'refuse' =>
  words(form, 'outcome') === 'refuse' ? 'refuse' : 'approve'

/** What was chosen of a closed set; the function says which are there. */
const chosen = <Value extends string>(form: StepForm, name: string): Value =>
  words(form, name) as Value

/** A paper that the guide does not name is known by its name. */
const LONGEST_KEY = 40

const nothing = () => ({})
const reason = (form: StepForm) => ({ reason: words(form, 'reason') })
const text = (form: StepForm) => ({ text: words(form, 'text') })
const note = (form: StepForm) => ({ note: optional(form, 'text') })

const INPUTS: Inputs = {
  signFor: nothing,
  carry: nothing,
  complete: nothing,
  urge: nothing,
  accept: note,
  resume: note,
  progress: text,
  opine: text,
  ask: text,
  reopen: reason,
  requestExtension: reason,
  setPriority: reason,
  declareConflict: reason,
  withdraw: (form) => ({ reason: optional(form, 'reason') }),
  withdrawLate: (form) => ({ spokeWith: words(form, 'spokeWith') }),
  refuse: (form) => ({ ...reason(form), whereTo: words(form, 'whereTo') }),
  notifySupplement: (form) => ({
    missing: [
      ...ticked(form, 'papers').map((paper) => ({ key: paper.key, reason: paper.words })),
      ...(pairsIn(words(form, 'others')) ?? []).map((paper) => ({
        key: `more-${paper.name}`.slice(0, LONGEST_KEY),
        name: paper.name,
        reason: paper.words,
      })),
    ],
    exception: optional(form, 'exception'),
  }),
  acceptConditionally: (form) => ({
    keys: ticked(form, 'papers').map(({ key }) => key),
    dueOn: words(form, 'dueOn'),
    consequence: words(form, 'consequence'),
  }),
  supplement: (form) => ({ materials: ticked(form, 'papers').map(({ key }) => ({ key })) }),
  suspend: (form) => ({
    ground: chosen(form, 'ground'),
    document: words(form, 'document'),
    expectedOn: words(form, 'expectedOn'),
  }),
  answerExtension: (form) => ({ grant: words(form, 'grant') === 'yes', ...note(form) }),
  requestTransfer: (form) => ({ toUnit: words(form, 'toUnit'), ...reason(form) }),
  answerTransfer: (form) => ({
    accept: words(form, 'accept') === 'yes',
    reason: optional(form, 'reason'),
  }),
  assign: (form) => ({
    toUnit: words(form, 'toUnit'),
    task: optional(form, 'task'),
    ...reason(form),
  }),
  answerOpinion: (form) => ({ n: Number(words(form, 'n')), ...text(form) }),
  markDeceased: (form) => ({ heir: optional(form, 'heir') }),
  authorise: (form) =>
    words(form, 'how') === 'scan'
      ? { how: 'scan', fileId: words(form, 'photo') }
      : { how: 'thumbprint', witnesses: namesIn(words(form, 'witnesses')) },
  takeOriginals: (form) => ({ names: namesIn(words(form, 'names')) }),
  returnOriginals: (form) => ({
    numbers: ticked(form, 'originals').map(({ key }) => Number(key)),
    signedBy: words(form, 'signedBy'),
  }),
  forward: (form) => ({
    to: words(form, 'to'),
    expectedOn: words(form, 'expectedOn'),
    receiptNumber: optional(form, 'receiptNumber'),
    platformNumber: optional(form, 'platformNumber'),
  }),
  externalUpdate: (form) => ({
    n: Number(words(form, 'n')),
    result: optional(form, 'result'),
    receiptNumber: optional(form, 'receiptNumber'),
    expectedOn: optional(form, 'expectedOn'),
  }),
  survey: (form) => ({
    on: words(form, 'on'),
    at: words(form, 'at'),
    officers: namesIn(words(form, 'officers')),
    report: optional(form, 'report'),
  }),
  publicize: (form) => ({
    days: Number(words(form, 'days')),
    fields: (pairsIn(words(form, 'fields')) ?? []).map((pair) => ({
      label: pair.name,
      value: pair.words,
    })),
  }),
  branchDecide: (form) => ({ outcome: outcomeOf(form), ...text(form) }),
  decide: (form) => ({
    outcome: outcomeOf(form),
    reply: words(form, 'text'),
    remedy: outcomeOf(form) === 'refuse' ? optional(form, 'remedy') : undefined,
  }),
  deliver: (form) => ({ how: chosen(form, 'how'), signedBy: words(form, 'signedBy') }),
}

/** Sends one step; a repeat with the same request id changes nothing. */
export async function takeStep<Step extends StepName>(
  step: Step,
  id: string,
  requestId: string,
  form: StepForm,
): Promise<void> {
  const content: object = INPUTS[step](form)
  await call('case', step, { ...content, id, requestId } as Input<'case', Step>)
}
