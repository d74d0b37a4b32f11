/** A file made on the phone, sent on by WeChat: to the family, or to the computer that prints. */

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

/** Resolves also when the person changed their mind; false when it could not be sent. */
export async function sharePaper(name: string, content: string): Promise<boolean> {
  try {
    const filePath = await writtenFile(name, content, 'utf8')
    await wx.shareFileMessage({ filePath, fileName: name })
    return true
  } catch {
    return false
  }
}
