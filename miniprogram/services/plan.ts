/** 号源安排: what the places offer, looked at and changed; one session closed or opened by hand. */
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

type Opened = Output<'appointment', 'openSlots'>['slots']
type Closed = Output<'appointment', 'closeSlots'>

/** 停开一段; with `dryRun` it only says whom it would hit. */
export const closeSlots = (input: Input<'appointment', 'closeSlots'>): Promise<Closed> =>
  call('appointment', 'closeSlots', input)

/** 加开一段: the times that are there now. */
export const openSlots = async (input: Input<'appointment', 'openSlots'>): Promise<Opened> =>
  (await call('appointment', 'openSlots', input)).slots
