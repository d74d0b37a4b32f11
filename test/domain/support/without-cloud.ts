/**
 * Imported before anything else, it puts memory in the place of the cloud for this test file: the
 * three doors through which functions reach it, database, files and WeChat, are all that is replaced.
 */
import { jest } from '@jest/globals'

jest.mock('../../../cloudfunctions/core/store/database', () =>
  jest.requireActual<object>('./memory-database'),
)
/** Every stored file is a small photo. */
jest.mock('../../../cloudfunctions/core/store/files', () => ({
  fileHeads: (ids: readonly string[]) =>
    Promise.resolve(
      ids.map(() => ({ bytes: 80_000, head: Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]) })),
    ),
}))
jest.mock('../../../cloudfunctions/core/wechat/port', () => ({
  sendSubscribeMessage: () => Promise.resolve(wechat.shift() ?? 'sent'),
}))

/** What WeChat says to the next messages in turn; to all others 'sent'. */
export const wechat: string[] = []
