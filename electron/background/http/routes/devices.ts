import { z } from "zod";
import { idSchema } from "../../../../shared/api/common.ts";
import { deviceCreatedSchema, deviceInputSchema, deviceSchema } from "../../../../shared/api/desk.ts";
import type { RegisterRoutes } from "../api.ts";
import { createDevice, listDevices, revokeDevice } from "../auth/devices.ts";
import { notFound } from "../failure.ts";

const deviceListSchema = z.strictObject({ devices: z.array(deviceSchema) });
const deviceParamsSchema = z.strictObject({ id: idSchema });

export const registerDeviceRoutes: RegisterRoutes = (app, { store, feeds, now }) => {
	app.route({
		method: "GET",
		url: "/api/devices",
		config: { needs: "device.manage", summary: "The walls that may read this desk." },
		schema: { response: { 200: deviceListSchema } },
		handler: async () => ({ devices: [...(await listDevices(store))] }),
	});
	app.route({
		method: "POST",
		url: "/api/devices",
		config: { needs: "device.manage", summary: "Lets a wall in; its token is told this once." },
		schema: { body: deviceInputSchema, response: { 201: deviceCreatedSchema } },
		handler: async (request, reply) =>
			reply.code(201).send(await createDevice(store, request.body.name, now())),
	});
	app.route({
		method: "DELETE",
		url: "/api/devices/:id",
		config: { needs: "device.manage", summary: "Takes a wall’s access away at once." },
		schema: { params: deviceParamsSchema, response: { 204: z.null() } },
		handler: async (request, reply) => {
			const isGone = await revokeDevice(store, request.params.id);
			if (!isGone) throw notFound("There is no such wall.");
			feeds.end(`device:${request.params.id}`);
			return reply.code(204).send(null);
		},
	});
};
