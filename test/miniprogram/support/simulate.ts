/**
 * Pages and components in jsdom, with `wx` made of plain functions. Native WeChat pieces (`wx.cloud`,
 * storage, navigation) are recorded, so that a test can say what the person did and what was sent.
 */
import { jest } from '@jest/globals'
import { join } from 'node:path'

export const ROOT = join(__dirname, '../../../miniprogram')

interface Rendered {
  dom: HTMLElement
  data: Record<string, unknown>
  instance: Record<string, (...args: never[]) => unknown> & { data: Record<string, unknown> }
  attach(parent: Node): void
  detach(): void
  querySelector(selector: string): Rendered | undefined
  querySelectorAll(selector: string): Rendered[]
  dispatchEvent(name: string, options?: object): void
  addEventListener(name: string, handler: (event: { detail: unknown }) => void): void
  setData(change: object): void
}

interface Simulate {
  load(component: string | object, options?: object): string
  render(id: string, properties?: object): Rendered
  sleep(ms: number): Promise<void>
}

type Answer = (data: Record<string, unknown>) => unknown

export interface Phone {
  /** Every call to the cloud, in order. */
  readonly calls: { name: string; data: Record<string, unknown> }[]
  readonly opened: string[]
  readonly dialled: string[]
  readonly stored: Map<string, unknown>
  /** What an action answers: data, `{ok: false, …}`, or `{raw}` for what no function would. */
  on(action: string, answer: Answer): void
  offline: boolean
  /** Photos that are kept, by path; and those that reached the cloud, by name. */
  readonly files: Set<string>
  readonly uploaded: string[]
  /** Files that were written, and documents that were opened. */
  readonly written: Map<string, string>
  readonly documents: string[]
  /** No room: neither for storage nor for photos. */
  full: boolean
  /** Uploads fail although there is a signal. */
  noUploads: boolean
  /** What the app listens to. */
  networkChanged: (state: { isConnected: boolean }) => void
  /** What the subscribe dialog does. */
  permission: () => Promise<object>
}

/** A phone as WeChat offers it, with everything recorded. */
export function newPhone(): Phone {
  const answers = new Map<string, Answer>()
  const phone: Phone = {
    calls: [],
    opened: [],
    dialled: [],
    stored: new Map(),
    on: (action, answer) => void answers.set(action, answer),
    offline: false,
    files: new Set(),
    uploaded: [],
    written: new Map(),
    documents: [],
    full: false,
    noUploads: true,
    networkChanged: () => undefined,
    permission: () => Promise.resolve({}),
  }
  const callFunction = async ({ name, data }: { name: string; data: Record<string, unknown> }) => {
    phone.calls.push({ name, data })
    if (phone.offline) throw Object.assign(new Error(), { errMsg: 'request:fail' })
    const answer = answers.get(`${name}.${String(data.action)}`)
    if (!answer)
      throw Object.assign(new Error(), { errMsg: `no answer for ${name}.${String(data.action)}` })
    const result = await answer(data)
    if (typeof result === 'object' && result !== null) {
      if ('ok' in result) return { result }
      if ('raw' in result) return { result: result.raw }
    }
    return { result: { ok: true, data: result, requestId: 'r' } }
  }
  const uploadFile = ({ cloudPath }: { cloudPath: string }) => {
    if (phone.offline || phone.noUploads) return Promise.reject(new Error('no upload'))
    phone.uploaded.push(cloudPath)
    return Promise.resolve({ fileID: `cloud://env.bucket/${cloudPath}` })
  }
  const open = ({ url }: { url: string }) => void phone.opened.push(url)
  const wx = {
    cloud: {
      init: () => undefined,
      callFunction,
      uploadFile,
    },
    getStorageSync: (key: string) => phone.stored.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => {
      if (phone.full) throw new Error('exceed storage max size')
      phone.stored.set(key, JSON.parse(JSON.stringify(value)))
    },
    getFileSystemManager: () => fileSystem(phone),
    onNetworkStatusChange: (told: Phone['networkChanged']) => {
      phone.networkChanged = told
    },
    env: { USER_DATA_PATH: 'wxfile://usr' },
    openDocument: ({ filePath }: { filePath: string }) => {
      phone.documents.push(filePath)
      return Promise.resolve({})
    },
    showToast: () => Promise.resolve({}),
    showModal: () => Promise.resolve({ confirm: true }),
    removeStorageSync: (key: string) => void phone.stored.delete(key),
    getStorageInfoSync: () => ({ keys: [...phone.stored.keys()] }),
    getAppBaseInfo: () => ({ theme: 'light', fontSizeScaleFactor: 1 }),
    navigateTo: open,
    redirectTo: open,
    switchTab: open,
    navigateBack: () => void phone.opened.push('back'),
    makePhoneCall: ({ phoneNumber }: { phoneNumber: string }) =>
      void phone.dialled.push(phoneNumber),
    requestSubscribeMessage: () => phone.permission(),
    chooseMedia: () =>
      Promise.resolve({ tempFiles: [{ tempFilePath: 'wxfile://a.jpg', size: 9 }] }),
    setNavigationBarTitle: () => undefined,
    setNavigationBarColor: () => undefined,
    setBackgroundColor: () => undefined,
    stopPullDownRefresh: () => undefined,
    pageScrollTo: () => undefined,
    onThemeChange: () => undefined,
    nextTick: (task: () => void) => setTimeout(task),
    getSystemInfoSync: () => ({ SDKVersion: '3.8.0', windowWidth: 375, windowHeight: 700 }),
    getWindowInfo: () => ({ windowWidth: 375, windowHeight: 700 }),
    getDeviceInfo: () => ({ platform: 'android' }),
    canIUse: () => true,
  }
  Object.assign(globalThis, {
    getApp: () => ({ globalData: {} }),
    getCurrentPages: () => [],
    simulatedWx: wx,
  })
  return phone
}

interface FileCall {
  readonly data?: string
  readonly path?: string
  readonly filePath?: string
  readonly success?: (result: object) => void
  readonly fail?: (error: object) => void
}

/** Kept photos; the temporary ones are always there. */
function fileSystem(phone: Phone): object {
  const answer = (works: boolean, { success, fail }: FileCall, result: object = {}) =>
    works ? success?.(result) : fail?.({ errMsg: 'fail' })
  return {
    writeFile: (call: FileCall) => {
      phone.written.set(call.filePath ?? '', call.data ?? '')
      answer(!phone.full, call)
    },
    saveFile: (call: FileCall) => {
      const savedFilePath = `wxfile://store_${String(phone.files.size)}.jpg`
      if (!phone.full) phone.files.add(savedFilePath)
      answer(!phone.full, call, { savedFilePath })
    },
    access: (call: FileCall) => {
      const { path = '' } = call
      answer(!path.includes('store_') || phone.files.has(path), call)
    },
    removeSavedFile: (call: FileCall) => answer(phone.files.delete(call.filePath ?? ''), call),
    getSavedFileList: (call: FileCall) =>
      answer(true, call, { fileList: [...phone.files].map((filePath) => ({ filePath })) }),
  }
}

/** Loads and shows a page or component; what it requires is loaded anew each time. */
export async function show(path: string, properties: object = {}): Promise<Rendered> {
  jest.resetModules()
  // The library replaces `wx` when it loads: ours goes on top afterwards.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const simulate = require('miniprogram-simulate') as Simulate
  const { simulatedWx } = globalThis as unknown as { simulatedWx: object }
  const there = globalThis as unknown as { wx: object }
  Object.assign(there.wx, simulatedWx)
  const id = simulate.load(join(ROOT, path), {
    rootPath: ROOT,
    compiler: 'simulate',
    usingComponents: standIns(simulate),
  })
  const rendered = simulate.render(id, properties)
  const parent = document.createElement('div')
  document.body.append(parent)
  rendered.attach(parent)
  await settle()
  return rendered
}

/**
 * TDesign's components as bare ones: the library does not look into npm packages, and what TDesign
 * does is tried in Chromium.
 */
function standIns(simulate: Simulate): Record<string, string> {
  const field = {
    properties: { value: String, placeholder: String },
    template: '<view>{{value}}</view>',
  }
  const popup = {
    properties: { visible: Boolean },
    template: '<view wx:if="{{visible}}"><slot /></view>',
  }
  return {
    't-popup': simulate.load(popup),
    't-search': simulate.load(field),
    't-input': simulate.load(field),
    't-textarea': simulate.load(field),
  }
}

/** Opens a page as WeChat does: `onLoad` with its query, then `onShow`. */
export async function open(path: string, query: object = {}): Promise<Rendered> {
  const page = await show(path)
  page.instance.onLoad?.(query as never)
  page.instance.onShow?.()
  await settle()
  return page
}

/** Lets promises and the framework's batches finish. */
export async function settle(ms = 30): Promise<void> {
  await new Promise((done) => setTimeout(done, ms))
}

/** All words of a page, without the spaces that the compilers keep or drop. */
export const textOf = (rendered: { dom: HTMLElement }): string =>
  (rendered.dom.textContent ?? '').replace(/\s+/g, '')
