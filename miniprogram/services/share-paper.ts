/** A file made on the phone, sent on by WeChat: to the family, or to the computer that prints. */

import type { Trouble } from './act'

/** Writes over what had this name, and says where it is. */
export function writtenFile(
  name: string,
  data: string,
  encoding: 'utf8' | 'base64',
): Promise<string> {
  const filePath = `${wx.env.USER_DATA_PATH}/${name}`
  return new Promise((done, fail) => {
    wx.getFileSystemManager().writeFile({
      filePath,
      data,
      encoding,
      success: () => done(filePath),
      fail,
    })
  })
}

const WORDS = { title: '没发出去', again: '', code: 'SHARE' } as const

/**
 * Resolves also when the person changed their mind.
 *
 * @param instead what works when nothing can be written or the WeChat is too old
 * @returns what to show when it could not be sent; else null
 */
export async function sharePaper(
  name: string,
  content: string,
  instead: string,
): Promise<Trouble | null> {
  try {
    const filePath = await writtenFile(name, content, 'utf8')
    await wx.shareFileMessage({ filePath, fileName: name })
    return null
  } catch (error) {
    const { errMsg = '' } = error as { errMsg?: string }
    return errMsg.includes('cancel') ? null : { ...WORDS, text: instead }
  }
}
