/** A file made on the phone, sent on by WeChat: to the family, or to the computer that prints. */

/** Resolves also when the person changed their mind; false when it could not be sent. */
export async function sharePaper(name: string, content: string): Promise<boolean> {
  const filePath = `${wx.env.USER_DATA_PATH}/${name}`
  try {
    await new Promise<void>((done, fail) => {
      wx.getFileSystemManager().writeFile({
        filePath,
        data: content,
        encoding: 'utf8',
        success: () => {
          done()
        },
        fail,
      })
    })
    await wx.shareFileMessage({ filePath, fileName: name })
    return true
  } catch {
    return false
  }
}
