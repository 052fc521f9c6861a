export { type DatabaseTrouble, databaseTrouble } from "@/lib/db/database-trouble";
