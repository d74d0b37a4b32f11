/** 交办、反映、调解、咨询: what these pages read and do. */
import type { Input, Output } from '../../../typings/wire'
import { call } from '../../services/call'

export type Order = Output<'supervision', 'orderDetail'>['order']
export type Issue = Output<'supervision', 'issueDetail'>['issue']
export type Raised = Output<'case', 'trackIssue'>['issue']
export type Mediation = Output<'office', 'mediationDetail'>['mediation']
export type LedgerPart = Output<'supervision', 'ledger'>
export type BrokenMatter = LedgerPart['broken'][number]

const at = (cursor: string | undefined) => (cursor === undefined ? {} : { cursor })

export const fetchOrders = (done: boolean, cursor?: string) =>
  call('supervision', 'orders', { done, ...at(cursor) })
export const fetchIssues = (done: boolean, cursor?: string) =>
  call('supervision', 'issues', { done, ...at(cursor) })
export const fetchMediations = (done: boolean, cursor?: string) =>
  call('office', 'mediations', { done, ...at(cursor) })
export const fetchConsultations = () => call('office', 'consultations', {})
export const fetchRaised = (cursor?: string) => call('case', 'raised', at(cursor))

export const fetchOrder = async (id: string): Promise<Order> =>
  (await call('supervision', 'orderDetail', { id })).order
export const fetchIssue = async (id: string): Promise<Issue> =>
  (await call('supervision', 'issueDetail', { id })).issue
export const fetchMediation = async (id: string): Promise<Mediation> =>
  (await call('office', 'mediationDetail', { id })).mediation
export const lookUp = async (number: string, code: string): Promise<Raised> =>
  (await call('case', 'trackIssue', { number, code })).issue

export const verifyPart = (cursor?: string): Promise<LedgerPart> =>
  call('supervision', 'ledger', at(cursor))

export type RaiseInput = Input<'case', 'raise'>
