import { shopKeeper, signedOut, signIn } from './session'
import { expect, live, test } from './shop'

test.use({ storageState: signedOut })

test('signing in leads to the orders, signing out is seen at once', async ({ page }) => {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill(shopKeeper.email)
  await page.getByLabel('Password').fill(shopKeeper.password)
  await page.getByRole('button', { name: 'Sign in' }).click()

  await expect(page).toHaveURL(/\/orders$/)
  await live(page)
  await expect(page.getByText(shopKeeper.email)).toBeVisible()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible()
})

test.describe('with a wrong password', () => {
  test.use({ failures: true })

  test('the form says so and takes the focus', async ({ page }) => {
    await page.goto('/sign-in')
    await page.getByLabel('E-mail').fill(shopKeeper.email)
    await page.getByLabel('Password').fill('pessimist')
    await page.getByRole('button', { name: 'Sign in' }).click()

    await expect(page.getByRole('alert').filter({ hasText: 'not right' })).toBeVisible()
    await expect(page.getByLabel('E-mail')).toBeFocused()
    await expect(page).toHaveURL(/\/sign-in$/)
  })
})

test('the shop’s sign-in opens Payload’s admin too', async ({ page }) => {
  await signIn(page.context().request)
  await page.goto('/admin/collections/orders')
  await expect(page.getByRole('link', { name: 'SO-1001' })).toBeVisible()
  await page.waitForLoadState('networkidle')
})
