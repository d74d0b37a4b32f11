/** A post as the administrator writes it, completed with what follows from it. */
import { AppError } from '../../core/kernel/errors'
import { findOne } from '../../core/store/database'
import type { StaffProfile, StaffRole } from '../../core/store/documents/account'
import type { DepartmentDirectory, PlaceDocument } from '../../core/store/documents/catalog'

export interface Post {
  readonly name: string
  readonly post: string
  readonly roles: readonly StaffRole[]
  readonly department: string | null
  readonly villageId: string | null
  readonly window: string | null
  readonly phone: string
  readonly abPost: 'A' | 'B'
}

/**
 * The profile of a post: whose matters its holder handles follows from window and department.
 *
 * @throws AppError `INVALID_INPUT` for an agent without a village, a window that the hall does not
 *   have, a cadre without a department.
 */
export async function profileOf(township: string, id: string, post: Post): Promise<StaffProfile> {
  const [hall, directory, village] = await Promise.all([
    findOne<PlaceDocument>('places', { _id: `${township}:place:hall`, township }),
    findOne<DepartmentDirectory>('directory', { _id: `${township}:departments`, township }),
    post.villageId === null
      ? null
      : findOne<PlaceDocument>('places', {
          _id: `${township}:place:${post.villageId}`,
          township,
          kind: 'village',
        }),
  ])
  const window = hall?.windows.find(({ name }) => name === post.window)
  const department = directory?.departments.find(({ id: one }) => one === post.department)
  need(!post.roles.includes('agent') || village, 'villageId', '代办员要选一个村')
  need(!post.roles.includes('window') || window, 'window', '窗口人员要选大厅里有的窗口')
  need(!post.roles.includes('cadre') || department, 'department', '部门干部要选一个部门')
  return {
    id,
    name: post.name,
    post: post.post,
    roles: post.roles,
    department: department?.id ?? null,
    departmentName: department?.name ?? null,
    units: unitsOf(post, window?.units ?? []),
    villageId: village ? post.villageId : null,
    window: window?.name ?? null,
    phone: post.phone,
    abPost: post.abPost,
  }
}

function unitsOf({ roles, department }: Post, windowUnits: readonly string[]): readonly string[] {
  if (roles.includes('window')) return windowUnits
  return roles.includes('cadre') && department !== null ? [department] : []
}

function need(met: unknown, field: string, message: string): void {
  if (!met)
    throw new AppError('INVALID_INPUT', `${message}，再存一次。`, { fields: { [field]: message } })
}
