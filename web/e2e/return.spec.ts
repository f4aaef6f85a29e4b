import type { Page } from '@playwright/test'

import { shopKeeper, signedOut } from './session'
import { expect, HeldChanges, openOrders, Row, test } from './shop'

test.use({ storageState: signedOut })

async function signIn(page: Page): Promise<void> {
  await page.getByLabel('E-mail').fill(shopKeeper.email)
  await page.getByLabel('Password').fill(shopKeeper.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

test.describe('after a change that asks to sign in', () => {
  test.use({ failures: true })

  test('signing in comes back to it, and sends it only when it is asked for', async ({ page, database }) => {
    const before = await database.setStatus('SO-1171', 'packed')
    await openOrders(page)
    const row = new Row(page, 'SO-1171')
    await row.advance.click()
    await row.row.getByRole('link', { name: 'Sign in' }).click()
    const held = await HeldChanges.on(page)
    await signIn(page)

    await expect(page.getByText('Change order SO-1171 to shipped?')).toBeInViewport()
    await expect(row.retry).toBeFocused()
    await expect(row.retry).toBeInViewport()
    await expect(row.retry).toHaveAccessibleDescription('Change order SO-1171 to shipped?')
    expect((await database.order('SO-1171')).version).toBe(before.version)

    await page.keyboard.press('Enter')
    expect((await held.next()).request().postDataJSON()).toEqual({ status: 'shipped' })
    await expect(page.getByText('Change order SO-1171')).toHaveCount(0)
    expect(new URL(page.url()).search).toBe('')
  })
})

for (const { order, status, wanted, sentence, control } of [
  {
    order: 'SO-1172',
    status: 'paid',
    wanted: 'packed',
    sentence: 'Change order SO-1172 to packed?',
    control: 'advance',
  },
  {
    order: 'SO-1173',
    status: 'paid',
    wanted: 'cancelled',
    sentence: 'Change order SO-1173 to cancelled?',
    control: 'cancel',
  },
  {
    order: 'SO-1174',
    status: 'delivered',
    wanted: 'shipped',
    sentence: 'Order SO-1174 is delivered now, so it cannot be changed to shipped.',
    control: 'row',
  },
  {
    order: 'SO-1175',
    status: 'shipped',
    wanted: 'shipped',
    sentence: 'Order SO-1175 is shipped already.',
    control: 'row',
  },
] as const) {
  test(`in another tab too: ${sentence}`, async ({ page, database }) => {
    const { id, version } = await database.setStatus(order, status)
    await page.goto(`/sign-in?to=${encodeURIComponent(`/orders?order=${id}&status=${wanted}`)}`)
    await signIn(page)

    await expect(page.getByText(sentence)).toBeInViewport()
    const button = new Row(page, order)[control]
    await expect(button).toBeFocused()
    await expect(button).toBeInViewport()
    await page.locator('.wanted').getByRole('button').click()
    await expect(page.getByText(sentence)).toHaveCount(0)
    await expect(button).toBeFocused()
    expect((await database.order(order)).version).toBe(version)
  })
}

test('an order on a further page of the list is found there', async ({ page, database }) => {
  const id = await database.add('SO-1201')
  await page.goto(`/sign-in?to=${encodeURIComponent(`/orders?order=${id}&status=paid`)}`)
  await signIn(page)
  await expect(new Row(page, 'SO-1201').advance).toBeFocused()
  await page.getByRole('button', { name: 'Not now' }).click()
  await expect(page).toHaveURL(/\/orders\?page=2$/)
  await database.remove(id)
})

test('an address that asks for no change of this shop offers none', async ({ page, database }) => {
  const { id } = await database.order('SO-1176')
  for (const query of [
    `order=${id}&status=lost`,
    `order=${id}`,
    'order=abc&status=paid',
    'order=999999&status=paid',
    `order=${id}&order=1&status=paid`,
  ]) {
    await page.goto(`/orders?${query}`)
    await expect(page.locator('tr.order'), query).toHaveCount(200)
    await expect(page.locator('.wanted'), query).toHaveCount(0)
  }
})

/** Ways to name another site, or none. */
const elsewhere = [
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '\n//evil.example',
  ' //evil.example',
  '/.//evil.example',
  '/..//evil.example',
  '/a/..//evil.example',
  '///evil.example',
  'javascript:alert(1)',
  'data:text/html,evil',
  'evil.example',
  '/sign-in?to=/sign-in',
  '/api/users/logout',
  '',
]

test('signing in never leads to another site', async ({ page, request, baseURL }) => {
  for (const to of elsewhere) {
    const html = await (await request.get(`/sign-in?to=${encodeURIComponent(to)}`)).text()
    expect(html, to).toMatch(/name="to" value="\/orders"|value="\/orders" name="to"/)
  }
  await page.goto(`/sign-in?to=${encodeURIComponent('/.//evil.example')}`)
  await signIn(page)
  await expect(page).toHaveURL(`${baseURL}/orders`)
})

test('signing in leads back to a page of the shop', async ({ page, baseURL }) => {
  await page.goto(`/sign-in?to=${encodeURIComponent('/events/1')}`)
  await signIn(page)
  await expect(page).toHaveURL(`${baseURL}/events/1`)
})
