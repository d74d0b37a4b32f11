import { sayWhen } from '../../services/load'
import type { Step } from './things/thing'

/** The first words of a text came with the program: nobody remembers when. */
const BEGINNING = 0

/** 谁改过, as a page shows it. */
export const stepLines = (steps: readonly Step[]) =>
  steps.map(({ at, who, text }) => {
    const when = Date.parse(at)
    return { key: at, head: when === BEGINNING ? who : `${sayWhen(when)}，${who}`, text }
  })
