/** Photos that wait on the phone. WeChat's own temporary files are gone when it closes. */

/** Puts a photo where it stays, and says where; null when the phone has no room. */
export const keepPhoto = (tempFilePath: string): Promise<string | null> =>
  new Promise((done) => {
    wx.getFileSystemManager().saveFile({
      tempFilePath,
      success: ({ savedFilePath }) => done(savedFilePath),
      fail: () => done(null),
    })
  })

export const photoIsThere = (path: string): Promise<boolean> =>
  new Promise((done) => {
    wx.getFileSystemManager().access({
      path,
      success: () => done(true),
      fail: () => done(false),
    })
  })

export function dropPhoto(filePath: string): void {
  wx.getFileSystemManager().removeSavedFile({ filePath, fail: () => undefined })
}

/** Drops every kept photo that is not named any more: retaken, or left by an app that was killed. */
export function sweepPhotos(isNamed: (path: string) => boolean): void {
  wx.getFileSystemManager().getSavedFileList({
    success: ({ fileList }) => {
      for (const { filePath } of fileList) if (!isNamed(filePath)) dropPhoto(filePath)
    },
    fail: () => undefined,
  })
}
