import { askDialog } from '../ui/dialog'
import { button, dom } from '../ui/dom'
import { ApiFailure, promised } from './api'
import { showToast } from './interaction'

interface Place {
  latitude: number
  longitude: number
  name?: string
  address?: string
}

let clipboard = ''

async function call({ phoneNumber }: { phoneNumber: string }): Promise<void> {
  const called = await askDialog<boolean>({
    label: '打电话',
    place: 'sheet',
    dismissed: false,
    build: (close) => [
      dom('h2', {}, `呼叫 ${phoneNumber}`),
      dom('p', {}, '预览不会真的拨出。'),
      button('呼叫', () => close(true), { class: 'primary' }),
      button('取消', () => close(false)),
    ],
  })
  if (!called) throw new ApiFailure('cancel')
}

/** Calls, places and the clipboard: shown, never really done. */
export function deviceApi(): Record<string, unknown> {
  return {
    makePhoneCall: promised('makePhoneCall', call),
    openLocation: promised('openLocation', async (place: Place) => {
      await askDialog<void>({
        label: '地图',
        place: 'sheet',
        dismissed: undefined,
        build: (close) => [
          dom('h2', {}, place.name ?? '位置'),
          dom('p', {}, place.address ?? ''),
          dom('p', {}, `纬度 ${place.latitude}，经度 ${place.longitude}`),
          button('关闭', () => close(), { class: 'primary' }),
        ],
      })
    }),
    setClipboardData: promised('setClipboardData', async ({ data }: { data: string }) => {
      clipboard = data
      await navigator.clipboard?.writeText(data).catch(() => undefined)
      showToast({ title: '内容已复制', icon: 'none' })
    }),
    getClipboardData: promised('getClipboardData', () => ({ data: clipboard })),
    addPhoneContact: promised('addPhoneContact', () => undefined),
  }
}
