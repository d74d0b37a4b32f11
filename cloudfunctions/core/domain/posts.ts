/**
 * AB岗: a department has a first and a second post. A task goes to the A post; whoever is away is
 * stood in for by the substitute they named, else by the B post.
 */

export type AbPost = 'A' | 'B'

/** Somebody who could be told. */
export interface OnPost {
  readonly account: string
  readonly abPost: AbPost
  readonly away: boolean
  /** Account of whoever stands in while they are away. */
  readonly standIn: string | null
}

/**
 * The accounts that a department's task is for: of the A post whoever is here or stands in; else of
 * the B post; else everybody on the A post even though they are away, so that no task is lost.
 */
export function tellFirst(people: readonly OnPost[]): string[] {
  const [first, second] = [onPost(people, 'A'), onPost(people, 'B')]
  const choices = [reached(first), reached(second), accounts(first), accounts(second)]
  return [...new Set(choices.find((some) => some.length > 0) ?? [])]
}

/** The people on one post, whether they are here or not. */
export const onPost = <Person extends OnPost>(people: readonly Person[], post: AbPost): Person[] =>
  people.filter(({ abPost }) => abPost === post)

const accounts = (people: readonly OnPost[]): string[] => people.map(({ account }) => account)

const reached = (people: readonly OnPost[]): string[] =>
  people.flatMap(({ account, away, standIn }) => (away ? (standIn ?? []) : account))
