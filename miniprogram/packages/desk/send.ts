import { act } from '../../services/act'
import type { ActingPage } from '../../services/act'
import { newRequestId } from '../../services/request-id'

const WORDS = { failed: '没有存上', kept: '您写的都在', again: '再试一次' }

/**
 * Sends one request under an id of its own. When it fails the page shows why, and `sendAgain` sends
 * the very same one, so that nothing is ever done twice.
 */
export async function send<T>(
  page: ActingPage,
  task: (requestId: string) => Promise<T>,
  done: (answer: T) => unknown,
): Promise<void> {
  const requestId = newRequestId()
  const sending = async () => {
    const answer = await act(page, WORDS, () => task(requestId))
    if (answer !== undefined) await done(answer)
  }
  Object.assign(page, { sending })
  await sending()
}

export function sendAgain(page: object): void {
  void (page as { sending?: () => Promise<void> }).sending?.()
}
