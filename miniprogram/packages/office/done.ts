/** What was just done on another page: told once when the inbox shows again. */
export interface Done {
  readonly caseId: string
  /** `受理了，蒋桂芳马上看到` */
  readonly text: string
}

let last: Done | null = null

export const tellDone = (done: Done): void => {
  last = done
}

export function takeDone(): Done | null {
  const done = last
  last = null
  return done
}
