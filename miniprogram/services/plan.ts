/** 号源安排: what the places offer, looked at and changed by the administrator. */
import type { Input, Output } from '../../typings/wire'
import { call } from './call'

export type Plan = Output<'appointment', 'plan'>
export type Template = Plan['templates'][string]
export type Exception = Plan['exceptions'][number]
export type PlanEffect = Output<'appointment', 'changePlan'>

export const PLAN_KEY = 'plan'

export const fetchPlan = (): Promise<Plan> => call('appointment', 'plan', {})

export const changePlan = (change: Input<'appointment', 'changePlan'>): Promise<PlanEffect> =>
  call('appointment', 'changePlan', change)
