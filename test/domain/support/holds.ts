import fc from 'fast-check'

/** Checks a property with cases that are the same on every machine and in every run. */
export function holds<Case>(property: fc.IProperty<Case>, numRuns = 300): void {
  fc.assert(property, { seed: 20261122, numRuns })
}
