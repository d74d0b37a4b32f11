import { unseal } from '../../core/kernel/crypto'
import type { Visit } from '../../core/store/documents/visit'

export const visitView = ({ _id, by, said, ...visit }: Visit) => ({
  ...visit,
  id: _id,
  byName: by.name,
  name: said && unseal(said.name),
  text: said && unseal(said.text),
})
