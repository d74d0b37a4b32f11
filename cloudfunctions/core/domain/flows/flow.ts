/**
 * A flow is a table: who may do what from which state, where it leads and what follows. One engine
 * reads every table; pages draw the path from the same one, because the server returns `allowed`.
 */

/** What a person is to a matter; one person may be several. */
export type Relation =
  /** 申请人（交件的人） */
  | 'owner'
  /** 替群众跑腿的代办员 */
  | 'agent'
  /** 归口部门的干部和窗口 */
  | 'handler'
  /** 请来一起办的部门、联合审批里的部门 */
  | 'partner'
  /** 正在请它接手的部门 */
  | 'receiver'
  /** 差评回访：另一个单位，由它打电话 */
  | 'visitor'
  | 'leader'
  /** 本机关负责人（乡镇长）：延期只有他能批 */
  | 'head'
  | 'supervisor'
  /** 任何人，比如对公示提异议 */
  | 'public'
  /** 到点自己发生的事 */
  | 'system'

/** Whom a step tells; resolved to people when the notice is made. */
export type Audience =
  | 'applicant'
  | 'unit'
  | 'post-b'
  | 'holder'
  | 'receiver'
  | 'partners'
  | 'leader'
  | 'head'
  | 'supervisor'

/** What follows from a step, besides the new state. */
export type Effect =
  /** 接手: the caller answers for it from now on (首问负责). */
  | 'take'
  /** Back to the unit: nobody in person has it. */
  | 'release'
  /** 承诺的时间从今天起算、停算、接着算、到此为止 */
  | 'clock:start'
  | 'clock:pause'
  | 'clock:resume'
  | 'clock:stop'
  /** Off the lists of what is open, or on them again. */
  | 'close'
  | 'reopen'
  | `tell:${Audience}`

export interface FlowRow<State extends string, Action extends string, Facts> {
  readonly from: readonly State[]
  readonly action: Action
  /** Where it leads; left out when the state stays. */
  readonly to?: State
  readonly by: readonly Relation[]
  /** Why it is not possible although the state is right; `null` when it is. */
  readonly guard?: (facts: Facts) => Refusal | null
  readonly effects?: readonly Effect[]
}

/** Why a step is refused; each is a code of the wire, which the compiler holds (`applyStep`). */
export type RefusalCode =
  | 'FORBIDDEN'
  | 'ACTION_NOT_ALLOWED'
  | 'INVALID_INPUT'
  | 'REPLY_REQUIRED'
  | 'CONSENT_REQUIRED'
  | 'NOTICE_ALREADY_GIVEN'
  | 'TOO_LATE'
  | 'BULLETIN_FROZEN'

/** A plain sentence with the code that goes on the wire. */
export interface Refusal {
  readonly code: RefusalCode
  readonly message: string
}

export interface Flow<State extends string, Action extends string, Facts> {
  readonly name: string
  readonly states: Readonly<Record<State, string>>
  readonly actions: Readonly<Record<Action, string>>
  readonly initial: State
  readonly final: readonly State[]
  /** Rows of the same action are tried in order; the first whose guard agrees is taken. */
  readonly rows: readonly FlowRow<State, Action, Facts>[]
}

export type Transition<State extends string> =
  | { readonly ok: true; readonly to: State; readonly effects: readonly Effect[] }
  | { readonly ok: false; readonly refusal: Refusal }

/**
 * One step of a flow. Fails with `FORBIDDEN` when somebody else may do it, `ACTION_NOT_ALLOWED`
 * when nobody may from this state, or with what the guard of the last possible row says.
 */
export function transition<State extends string, Action extends string, Facts>(
  flow: Flow<State, Action, Facts>,
  state: State,
  action: Action,
  relations: readonly Relation[],
  facts: Facts,
): Transition<State> {
  const rows = flow.rows.filter((row) => row.action === action && row.from.includes(state))
  if (rows.length === 0) {
    const message = `这件事现在是“${flow.states[state]}”，不能${flow.actions[action]}。请刷新看看最新情况。`
    return { ok: false, refusal: { code: 'ACTION_NOT_ALLOWED', message } }
  }
  const mine = rows.filter(({ by }) => by.some((relation) => relations.includes(relation)))
  let refusal: Refusal = {
    code: 'FORBIDDEN',
    message: `“${flow.actions[action]}”不归您办，请找承办的部门。`,
  }
  for (const { to = state, guard, effects = [] } of mine) {
    const refused = guard?.(facts) ?? null
    if (!refused) return { ok: true, to, effects }
    refusal = refused
  }
  return { ok: false, refusal }
}

/**
 * The actions that these relations may take now. With `facts` the guards are asked too: give what is
 * still to be written as if it were written, so that only what cannot be mended by writing refuses.
 */
export function allowedActions<State extends string, Action extends string, Facts>(
  flow: Flow<State, Action, Facts>,
  state: State,
  relations: readonly Relation[],
  facts?: Facts,
): Action[] {
  const rows = flow.rows.filter(
    ({ from, by, guard }) =>
      from.includes(state) &&
      by.some((relation) => relations.includes(relation)) &&
      (facts === undefined || !guard?.(facts)),
  )
  return [...new Set(rows.map((row) => row.action))]
}
