import { UserError } from '@/lib/user-error';

/** Number of questions with their own picture if `SOCIAL_IMAGES` is not set. */
const defaultBudget = 2000;

/**
 * Number of the newest questions that have their own picture. Other questions use the picture of their
 * subject.
 *
 * @throws UserError if `SOCIAL_IMAGES` is not a non-negative number
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
