import { accountApi } from './account'
import { cloudApi } from './cloud'
import { deviceApi } from './device'
import { interactionApi } from './interaction'
import { mediaApi } from './media'
import { navigationApi } from './navigation'
import { networkApi } from './network'
import type { PhoneContext } from './phone-context'
import { queryApi } from './query'
import { scanApi } from './scan'
import { shareApi } from './share'
import { storageApi } from './storage'
import { subscribeApi } from './subscribe'
import { systemApi } from './system'
import { loudAboutUnknown } from './unknown-calls'
import { userFilesApi } from './user-files'

/** `wx` as the mini-program gets it; a name that is missing here complains when called. */
export function createWx(phone: PhoneContext): Record<string, unknown> {
  return loudAboutUnknown('wx', {
    ...accountApi(phone),
    ...cloudApi(),
    ...deviceApi(),
    ...interactionApi(),
    ...mediaApi(),
    ...navigationApi(phone),
    ...networkApi(),
    ...queryApi(phone),
    ...scanApi(),
    ...shareApi(),
    ...storageApi(),
    ...subscribeApi(),
    ...systemApi(phone),
    ...userFilesApi(),
  })
}
