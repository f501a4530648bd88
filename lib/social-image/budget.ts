import { UserError } from '@/lib/user-error';

/** How many questions have a picture of their own where `SOCIAL_IMAGES` does not say. */
const defaultBudget = 2000;

/**
 * How many questions, the newest first, have a picture of their own; the others show their subject's.
 *
 * @throws UserError when `SOCIAL_IMAGES` is not a number from 0
 */
export function socialImageBudget(): number {
  const value = process.env.SOCIAL_IMAGES?.trim();
  if (value === undefined || value === '') return defaultBudget;
  if (!/^\d{1,9}$/.test(value)) {
    throw new UserError(
      `SOCIAL_IMAGES is "${value}"; it must be a number: how many of the newest questions get a picture of their own.`,
    );
  }
  return Number(value);
}
