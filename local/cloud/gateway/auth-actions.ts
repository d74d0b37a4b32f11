import type { AdminActions } from './admin-actions'
import { optionalText } from './body-fields'

/** Users as the console knows them: here everybody exists and is nothing but his id. */
export function authActions(): AdminActions {
  return {
    'auth.getUserInfoForAdmin': ({ body }) => ({
      data: {
        uid: optionalText(body, 'uuid') ?? '',
        openId: optionalText(body, 'platformId') ?? '',
        isAnonymous: false,
      },
    }),
  }
}
