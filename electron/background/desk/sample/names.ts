/** Names for people who don't exist, at a company that doesn't either. */

export const FIRST_NAMES = (
	"Amara Anders Aisha Alan Beatriz Bruno Carla Chidi Chloe Daniel Daria Dmitri Elena Emeka Emma Farid Fatima Felix " +
	"Freya George Grace Hana Hassan Helen Henrik Ibrahim Ines Ivan Jana Jonas Joseph Julia Kamal Karin Kofi Lars Laura " +
	"Leila Liam Lucia Magnus Maria Marta Mateo Mei Milan Mina Mohamed Nadia Naomi Nils Nina Noah Olga Oliver Oscar Pavel " +
	"Petra Priya Rahul Ravi Rosa Ruth Samir Sara Sean Sofia Stefan Tariq Teresa Thomas Tomas Uma Vera Victor Wanda Wei " +
	"William Yara Yusuf Zoe"
).split(" ");

export const LAST_NAMES = (
	"Abbott Adeyemi Ahmed Andersen Bauer Becker Bennett Bergman Boateng Brandt Campbell Castro Chen Clarke Costa Cruz " +
	"Dahl Das Davies Diallo Doyle Duarte Eriksson Evans Ferrari Fischer Fraser Garcia Gill Gupta Haas Hall Hansen Hughes " +
	"Ito Ivanov Jansen Jensen Kaur Keller Khan Kim Kowalski Kumar Larsen Lewis Lindqvist Lopez Marino Martin Mensah Meyer " +
	"Moreau Morgan Mori Murphy Nair Nguyen Nowak Okafor Olsen Park Patel Pereira Petrov Popescu Quinn Reid Rossi Santos " +
	"Schmidt Sharma Silva Singh Smith Sousa Suzuki Tanaka Taylor Torres Vargas Virtanen Wagner Walsh Weber Wong Yilmaz Zhou"
).split(" ");

export const DEPARTMENTS = [
	"Customer Service",
	"Finance",
	"Fleet",
	"Human Resources",
	"Legal",
	"Marketing",
	"Procurement",
	"Sales",
	"Warehouse Leeds",
	"Warehouse Rotterdam",
];

export const SITES = ["Leeds, Wharf House", "Leeds, Warehouse 2", "Rotterdam, Dock 5", "Bristol", "Remote"];
