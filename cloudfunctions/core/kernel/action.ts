/** An action is a row of a table: who may call it, over what, with which input, to which output. */
import type * as z from 'zod'
import type { Caller, Role } from './caller'
import type { ScopeName } from './scope'
import type { Query } from '../store/database'
import type { RequestKey } from '../store/commit'

/** `public`: no identity needed. `wechat`: any WeChat user, registered here or not. */
export type By = 'public' | 'wechat' | Role

/** What an action knows about the call. */
export interface Call {
  readonly township: string
  readonly now: Date
  /** The request id of this invocation, for the log. */
  readonly requestId: string
  /** Empty for public actions called without an identity. */
  readonly openid: string
  /** Part of every query of this action; holds the township. */
  readonly scope: Query
  /** Account id of the caller, also when there is no account yet. */
  readonly accountId: string
}

/** A call by somebody who is registered here. */
export interface KnownCall extends Call {
  readonly caller: Caller
  /** Identity of the request; repeats have the same. Empty strings without a requestId. */
  readonly request: RequestKey
}

export interface OpenCall extends Call {
  readonly caller: Caller | null
  readonly request: RequestKey
}

/** Stored documents are read-only; so is what is made of them. */
type DeepReadonly<T> = T extends object ? { readonly [K in keyof T]: DeepReadonly<T[K]> } : T

interface Declaration<Input extends z.ZodType, Output extends z.ZodType> {
  /** What it is for, in one Chinese sentence; goes into the documentation. */
  readonly summary: string
  readonly scope: ScopeName
  readonly input: Input
  readonly output: Output
}

export interface Action extends Declaration<z.ZodType, z.ZodType> {
  readonly by: readonly By[]
  readonly run: (call: OpenCall, input: never) => Promise<unknown>
}

/** An action for people who are registered: the caller is known when it runs. */
export function action<Input extends z.ZodType, Output extends z.ZodType>(
  declaration: Declaration<Input, Output> & {
    readonly by: readonly Role[]
    readonly run: (call: KnownCall, input: z.infer<Input>) => Promise<DeepReadonly<z.input<Output>>>
  },
): Action {
  return declaration as unknown as Action
}

/** An action that anybody may call, with or without a registration. */
export function openAction<Input extends z.ZodType, Output extends z.ZodType>(
  declaration: Declaration<Input, Output> & {
    readonly by: readonly ['public'] | readonly ['wechat']
    readonly run: (call: OpenCall, input: z.infer<Input>) => Promise<DeepReadonly<z.input<Output>>>
  },
): Action {
  return declaration
}

export type ActionTable = Readonly<Record<string, Action>>
