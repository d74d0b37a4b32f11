import qrcode from 'qrcode-generator'

const CELL_PX = 6

/** A QR code as a picture (GIF data URI): needs no canvas, no network, and prints sharp. */
export function qrImage(text: string): string {
  const code = qrcode(0, 'M')
  code.addData(text, 'Byte')
  code.make()
  return code.createDataURL(CELL_PX, 0)
}
