/**
 * The wire contract: what each action takes and gives, inferred from the schemas that the functions
 * check. Pages take it with `import type`, so nothing of it reaches a phone.
 *
 * @example type Guide = Output<'catalog', 'guide'>
 */
import type * as z from 'zod'
import type * as account from '../cloudfunctions/account/schema'
import type * as appointment from '../cloudfunctions/appointment/schema'
import type * as caseIntake from '../cloudfunctions/case/schema/intake'
import type * as caseJoint from '../cloudfunctions/case/schema/joint'
import type * as caseProxy from '../cloudfunctions/case/schema/proxy'
import type * as caseRead from '../cloudfunctions/case/schema/read'
import type * as caseResult from '../cloudfunctions/case/schema/result'
import type * as caseWork from '../cloudfunctions/case/schema/work'
import type * as caseCalls from '../cloudfunctions/case/schema/calls'
import type * as caseIssue from '../cloudfunctions/case/schema/issue'
import type * as catalog from '../cloudfunctions/catalog/schema'
import type * as officeCalendar from '../cloudfunctions/office/schema/calendar'
import type * as officeCatalogue from '../cloudfunctions/office/schema/catalogue'
import type * as officeConsultation from '../cloudfunctions/office/schema/consultation'
import type * as officeHandbook from '../cloudfunctions/office/schema/handbook'
import type * as officeMediation from '../cloudfunctions/office/schema/mediation'
import type * as officeHandover from '../cloudfunctions/office/schema/handover'
import type * as officePlaces from '../cloudfunctions/office/schema/places'
import type * as officeRoster from '../cloudfunctions/office/schema/roster'
import type * as officeStaff from '../cloudfunctions/office/schema/staff'
import type * as officeTexts from '../cloudfunctions/office/schema/texts'
import type * as officeVisits from '../cloudfunctions/office/schema/visits'
import type * as officeWhereabouts from '../cloudfunctions/office/schema/whereabouts'
import type * as rating from '../cloudfunctions/rating/schema'
import type * as supervision from '../cloudfunctions/supervision/schema'
import type * as supervisionAssessment from '../cloudfunctions/supervision/schema/assessment'
import type * as supervisionCounty from '../cloudfunctions/supervision/schema/county'
import type * as supervisionExport from '../cloudfunctions/supervision/schema/export'
import type * as supervisionIssue from '../cloudfunctions/supervision/schema/issue'
import type * as supervisionBulletin from '../cloudfunctions/supervision/schema/bulletin'
import type * as supervisionLedger from '../cloudfunctions/supervision/schema/ledger'
import type * as supervisionMeeting from '../cloudfunctions/supervision/schema/meeting'
import type * as supervisionOrder from '../cloudfunctions/supervision/schema/order'
import type * as supervisionWarning from '../cloudfunctions/supervision/schema/warning'
import type * as supervisionWatch from '../cloudfunctions/supervision/schema/watch'

/** `<action>Input` and `<action>Output` of a schema module, as one entry per action. */
type Calls<Schemas> = {
  [Key in keyof Schemas as Key extends `${infer Action}Input` ? Action : never]: {
    input: Schemas[Key] extends z.ZodType ? z.input<Schemas[Key]> : never
    output: Key extends `${infer Action}Input`
      ? `${Action}Output` extends keyof Schemas
        ? Schemas[`${Action}Output`] extends z.ZodType
          ? z.output<Schemas[`${Action}Output`]>
          : never
        : never
      : never
  }
}

export interface Wire {
  account: Calls<typeof account>
  appointment: Calls<typeof appointment>
  case: Calls<typeof caseIntake> &
    Calls<typeof caseWork> &
    Calls<typeof caseProxy> &
    Calls<typeof caseJoint> &
    Calls<typeof caseResult> &
    Calls<typeof caseRead> &
    Calls<typeof caseCalls> &
    Calls<typeof caseIssue>
  catalog: Calls<typeof catalog>
  /** One schema module per topic: what the people at work keep is a lot. */
  office: Calls<typeof officeCalendar> &
    Calls<typeof officeCatalogue> &
    Calls<typeof officeConsultation> &
    Calls<typeof officeHandbook> &
    Calls<typeof officeMediation> &
    Calls<typeof officeHandover> &
    Calls<typeof officePlaces> &
    Calls<typeof officeRoster> &
    Calls<typeof officeStaff> &
    Calls<typeof officeTexts> &
    Calls<typeof officeVisits> &
    Calls<typeof officeWhereabouts>
  rating: Calls<typeof rating>
  supervision: Calls<typeof supervision> &
    Calls<typeof supervisionOrder> &
    Calls<typeof supervisionIssue> &
    Calls<typeof supervisionBulletin> &
    Calls<typeof supervisionCounty> &
    Calls<typeof supervisionMeeting> &
    Calls<typeof supervisionWarning> &
    Calls<typeof supervisionWatch> &
    Calls<typeof supervisionAssessment> &
    Calls<typeof supervisionExport> &
    Calls<typeof supervisionLedger>
}

export type FunctionName = keyof Wire
export type ActionName<Name extends FunctionName> = keyof Wire[Name] & string

type Entry<
  Name extends FunctionName,
  Action extends ActionName<Name>,
> = Wire[Name][Action] extends {
  input: infer In
  output: infer Out
}
  ? { input: In; output: Out }
  : never

export type Input<Name extends FunctionName, Action extends ActionName<Name>> = Entry<
  Name,
  Action
>['input']
export type Output<Name extends FunctionName, Action extends ActionName<Name>> = Entry<
  Name,
  Action
>['output']

/** Every answer of every function. */
export type Answer<Data> =
  | { ok: true; data: Data; requestId: string }
  | {
      ok: false
      error: {
        code: string
        message: string
        retryable: boolean
        fields?: Record<string, string>
        data?: unknown
      }
      requestId: string
    }
