import { onSettingsChange, phoneSettings } from '../phone-settings'
import { ApiFailure, listenerPair, promised } from './api'

const WEAK_DELAY_MS = 1500

const networkState = (): object => {
  const { network } = phoneSettings()
  return { networkType: network === 'none' ? 'none' : 'wifi', weakNet: network === 'weak' }
}

/** Every request of the phone goes through here, so that the offline switch holds for all. */
export async function phoneFetch(path: string, init: RequestInit = {}): Promise<Response> {
  const { network } = phoneSettings()
  if (network === 'weak') await new Promise((done) => setTimeout(done, WEAK_DELAY_MS))
  if (phoneSettings().network === 'none') throw offline()
  try {
    return await fetch(path, init)
  } catch {
    throw offline()
  }
}

const offline = (): ApiFailure =>
  new ApiFailure('request:fail net::ERR_INTERNET_DISCONNECTED', { errCode: -1, errno: 600001 })

export function networkApi(): Record<string, unknown> {
  const status = listenerPair<{ isConnected: boolean; networkType: string }>()
  const weak = listenerPair<{ weakNet: boolean; networkType: string }>()
  onSettingsChange(({ network }, before) => {
    if (network === before.network) return
    const networkType = network === 'none' ? 'none' : 'wifi'
    if ((network === 'none') !== (before.network === 'none')) {
      status.emit({ isConnected: network !== 'none', networkType })
    }
    if ((network === 'weak') !== (before.network === 'weak')) {
      weak.emit({ weakNet: network === 'weak', networkType })
    }
  })
  return {
    getNetworkType: promised('getNetworkType', networkState),
    onNetworkStatusChange: status.on,
    offNetworkStatusChange: status.off,
    onNetworkWeakChange: weak.on,
    offNetworkWeakChange: weak.off,
  }
}
