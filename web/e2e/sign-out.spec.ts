import type { Page, Route } from '@playwright/test'

import { shopKeeper } from './session'
import { expect, test } from './shop'

const logout = '**/api/users/logout'

const failures: {
  what: string
  fail: (page: Page) => Promise<unknown>
  says: RegExp
  heal: (page: Page) => Promise<unknown>
}[] = [
  {
    what: 'the server breaks (500)',
    fail: (page) =>
      page.route(logout, (route) => route.fulfill({ status: 500, json: { errors: [{ message: 'No.' }] } })),
    says: /^You are still signed in: the server answered 500\. Try again\.$/,
    heal: (page) => page.unroute(logout),
  },
  {
    what: 'the server refuses (403)',
    fail: (page) =>
      page.route(logout, (route) => route.fulfill({ status: 403, json: { errors: [{ message: 'No.' }] } })),
    says: /^You are still signed in: the server answered 403\. Try again\.$/,
    heal: (page) => page.unroute(logout),
  },
  {
    what: 'the connection is lost on the way there',
    fail: (page) => page.route(logout, (route) => route.abort('connectionreset')),
    says: /^You are still signed in: the server did not answer\. Try again\.$/,
    heal: (page) => page.unroute(logout),
  },
  {
    what: 'the network is cut',
    fail: (page) => page.context().setOffline(true),
    says: /^The server cannot be reached, so you may still be signed in\./,
    heal: (page) => page.context().setOffline(false),
  },
]

test.use({ failures: true })

for (const { what, fail, says, heal } of failures) {
  test(`when ${what}, a person hears that they are still signed in, and signs out by another try`, async ({ page }) => {
    await page.goto('/events', { waitUntil: 'networkidle' })
    const button = page.getByRole('button', { name: 'Sign out' })
    await fail(page)
    await button.click()

    await expect(page.getByRole('alert').filter({ hasText: says })).toBeVisible()
    await expect(page.getByText(shopKeeper.email)).toBeVisible()
    await expect(button).toBeFocused()

    await heal(page)
    await button.click()
    await expect(page.getByRole('banner').getByRole('link', { name: 'Sign in' })).toBeFocused()
    await expect(page.getByText(shopKeeper.email)).toHaveCount(0)
    await expect(page.getByRole('alert').filter({ hasText: /signed in/ })).toHaveCount(0)
  })
}

test('when only the answer is lost, the person is signed out and sees it', async ({ page }) => {
  await page.goto('/events', { waitUntil: 'networkidle' })
  await page.route(logout, lostAnswer)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('banner').getByRole('link', { name: 'Sign in' })).toBeFocused()
})

async function lostAnswer(route: Route): Promise<void> {
  await route.fetch()
  await route.abort('connectionreset')
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('signing out and signing in work as plain forms, and a wrong password is told', async ({ page, baseURL }) => {
    await page.goto('/events')
    await page.getByRole('button', { name: 'Sign out' }).click()
    await expect(page.getByText(shopKeeper.email)).toHaveCount(0)
    await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible()

    await page.goto('/sign-in?to=/events/1')
    await page.getByLabel('E-mail').fill(shopKeeper.email)
    await page.getByLabel('Password').fill('pessimist')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByRole('alert').filter({ hasText: 'not right' })).toBeVisible()

    await page.getByLabel('E-mail').fill(shopKeeper.email)
    await page.getByLabel('Password').fill(shopKeeper.password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page).toHaveURL(`${baseURL}/events/1`)
    await expect(page.getByText(shopKeeper.email)).toBeVisible()
  })
})
