/**
 * 订阅消息: asked only from a tap, only when booking and handing in. A refusal is fine: everything is
 * in the messages of the mini-program as well.
 */
import { keptMe, reportPermits } from './account'
import { newRequestId } from './request-id'

export type TemplateKey = 'booking' | 'progress' | 'task'
type Permits = Parameters<typeof reportPermits>[0]

const ANSWERS = new Set(['accept', 'reject', 'ban', 'filter'])

/** Must be the first thing that a tap does: WeChat allows the dialog only then. Never fails. */
export async function askPermission(keys: readonly TemplateKey[]): Promise<void> {
  const given = await askAnswers(keys)
  if (given) void reportPermits(given, newRequestId()).catch(() => undefined)
}

/** The dialog alone: what was answered, by template id; null when it could not open. */
export async function askAnswers(keys: readonly TemplateKey[]): Promise<Permits | null> {
  const ids = (keptMe()?.templates ?? [])
    .filter(({ key }) => (keys as readonly string[]).includes(key))
    .map(({ id }) => id)
    .slice(0, 3)
  if (ids.length === 0) return null
  try {
    const answers: Record<string, unknown> = {
      ...(await wx.requestSubscribeMessage({ tmplIds: ids })),
    }
    const given: Permits = {}
    for (const id of ids) {
      const answer = answers[id]
      if (typeof answer === 'string' && ANSWERS.has(answer)) {
        given[id] = answer as Permits[string]
      }
    }
    return given
  } catch {
    // The main switch is off, or the dialog could not open: the inbox still has every message.
    return null
  }
}
