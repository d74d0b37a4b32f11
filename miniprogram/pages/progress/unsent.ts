import { keptItems } from '../../services/catalog'
import { draftNames } from '../../services/drafts'

export interface Unsent {
  readonly code: string
  readonly name: string
}

const PREFIX = 'submit:'

/** What was begun to be handed in and has not been sent. */
export function unsentDrafts(): Unsent[] {
  const items = keptItems() ?? []
  return draftNames(PREFIX).map((name) => {
    const code = name.slice(PREFIX.length)
    return { code, name: items.find((item) => item.code === code)?.name ?? code }
  })
}
