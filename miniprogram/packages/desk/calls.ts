/** What the pages of this package ask the cloud, apart from what they do. */
import type { Output } from '../../../typings/wire'
import { call } from '../../services/call'

export type Colleague = Output<'office', 'colleagues'>['colleagues'][number]
export type Handover = Output<'office', 'handovers'>['handovers'][number]
export type Gap = Output<'office', 'gaps'>['gaps'][number]
export type Duty = Output<'office', 'roster'>['duties'][number]
export type Member = Output<'office', 'staff'>['staff'][number]
export type Invitation = Output<'office', 'invitations'>['invitations'][number]
export type Check = Output<'office', 'venueChecks'>['checks'][number]
export type Visit = Output<'office', 'visits'>['visits'][number]
export type Route = Output<'office', 'route'>
export type Stop = Route['stops'][number]

export async function fetchColleagues(): Promise<Colleague[]> {
  return (await call('office', 'colleagues', {})).colleagues
}
