import { NothingHere } from "@/app/_features/shell/nothing-here";
import { uiLocale } from "@/lib/i18n/server";

export default async function NotFound() {
  return <NothingHere locale={await uiLocale()} wayOn="documents" />;
}
