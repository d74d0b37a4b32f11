/**
 * A flow is a table: who may do what from which state, and where it leads. One engine reads every
 * table; pages draw the path from the same one, because the server returns `allowed`.
 */

/** What a person is to a matter; one person may be several. */
export type Relation =
  /** 申请人（交件的人） */
  | 'owner'
  /** 替群众跑腿的代办员 */
  | 'agent'
  /** 归口部门的干部和窗口 */
  | 'handler'
  | 'leader'
  | 'supervisor'

export interface FlowRow<State extends string, Action extends string, Facts> {
  readonly from: readonly State[]
  readonly action: Action
  readonly to: State
  readonly by: readonly Relation[]
  /** Why it is not possible although the state is right; `null` when it is. */
  readonly guard?: (facts: Facts) => Refusal | null
}

/** A plain sentence with the code that goes on the wire. */
export interface Refusal {
  readonly code: string
  readonly message: string
}

export interface Flow<State extends string, Action extends string, Facts> {
  readonly name: string
  readonly states: Readonly<Record<State, string>>
  readonly actions: Readonly<Record<Action, string>>
  readonly final: readonly State[]
  readonly rows: readonly FlowRow<State, Action, Facts>[]
}

export type Transition<State extends string> =
  { readonly ok: true; readonly to: State } | { readonly ok: false; readonly refusal: Refusal }

/**
 * One step of a flow. Fails with `FORBIDDEN` when somebody else may do it, `ACTION_NOT_ALLOWED`
 * when nobody may from this state, or with what the guard says.
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
  const mine = rows.find((row) => row.by.some((relation) => relations.includes(relation)))
  if (!mine) {
    const message = `“${flow.actions[action]}”不归您办，请找承办的部门。`
    return { ok: false, refusal: { code: 'FORBIDDEN', message } }
  }
  const refusal = mine.guard?.(facts) ?? null
  return refusal ? { ok: false, refusal } : { ok: true, to: mine.to }
}

/** The actions that these relations may take now; guards on the content come later. */
export function allowedActions<State extends string, Action extends string, Facts>(
  flow: Flow<State, Action, Facts>,
  state: State,
  relations: readonly Relation[],
): Action[] {
  const rows = flow.rows.filter(
    (row) => row.from.includes(state) && row.by.some((relation) => relations.includes(relation)),
  )
  return [...new Set(rows.map((row) => row.action))]
}
