import { keptItems } from '../../services/catalog'
import { draftNames, draftRequest } from '../../services/drafts'
import { pieceOf } from '../../services/outbox'

export interface Unsent {
  /** The name of the draft. */
  readonly draft: string
  readonly code: string
  readonly name: string
}

const PREFIX = 'submit:'

/** What was begun to be handed in and has not been sent. */
export function unsentDrafts(): Unsent[] {
  const items = keptItems() ?? []
  const begun = draftNames(PREFIX).filter((name) => !pieceOf(draftRequest(name) ?? ''))
  return begun.map((name) => {
    // A draft that was mended beside another carries its request id behind the code.
    const [code = ''] = name.slice(PREFIX.length).split(':')
    return { draft: name, code, name: items.find((item) => item.code === code)?.name ?? code }
  })
}
