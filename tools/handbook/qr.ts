import qrcode from 'qrcode-generator'
import { raw } from './html'
import type { Html } from './html'

/**
 * A QR code that stays sharp at any size. It holds the scene of the mini-program code (`i=MZ-01` an
 * item, `v=v01` a village), behind the link that the township registered with WeChat when there is
 * one; without a link only the scanner inside the mini-program understands it.
 */
export function qrPicture(scene: string, link: string): Html {
  const code = qrcode(0, 'M')
  code.addData(link === '' ? scene : `${link}?${scene}`, 'Byte')
  code.make()
  return raw(code.createSvgTag({ cellSize: 1, margin: 0, scalable: true }))
}
