export const SERVICES_PATH = "/services";
export const NEW_CI_PATH = `${SERVICES_PATH}/new`;
export const CI_IMPORT_PATH = `${SERVICES_PATH}/import`;

export function ciPath(ciId: string): string {
	return `${SERVICES_PATH}/${ciId}`;
}
