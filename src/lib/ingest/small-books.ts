import { TABLE_NAMES } from '#lib/domain/tables/tables.ts';
import type { SourceManifest } from '#lib/domain/source-manifest.ts';
import { smallManifest } from './small-folder.ts';

/** The tables beside the cases of the small city, for the tests; the product does not import it. No row has a fault. */
export const smallBooks: Readonly<Record<(typeof TABLE_NAMES)[number], readonly string[]>> = {
	units: [
		'code,name_zh,name_en,kind,area,lead_post_zh,lead_post_en,staff_post_zh,staff_post_en',
		'U-1,东县,East County,county,0100,书记,Secretary,干事,Officer',
		'U-2,司法局,Justice Bureau,department,,局长,Director,科长,Head of section'
	],
	zones: ['code,name_zh,name_en', 'Z-1,新区,New Zone'],
	zone_areas: ['zone,area', 'Z-1,0102', 'Z-1,0201'],
	organisations: [
		'id,kind,name_zh,name_en,area,serves,lon,lat,opened_on,closed_on,address_zh,address_en,phone,hours_zh,hours_en,matters,free,accessible',
		'C-1,coordination_centre,市中心,City Centre,0000,,100.5,30.5,2015-01-01,,一号,"1, Main Street",0000-1,九点,nine,land wage,yes,no',
		'P-1,people_mediation_committee,甲委,Committee A,0101,,,,2015-01-01,,,,,,,,,',
		'P-2,people_mediation_committee,乙委,Committee B,0102,,,,2015-01-01,2020-06-30,,,,,,,,',
		'P-3,people_mediation_committee,丙委,Committee C,0201,0201 0202,,,2020-07-01,,,,,,,,,',
		'P-4,people_mediation_committee,丁委,Committee D,0202,,,,2021-01-01,,,,,,,,,'
	],
	posts: [
		'organisation,post,from,required,filled',
		'C-1,mediator,2015-01-01,3,3',
		'C-1,director,2015-01-01,1,0',
		'C-1,mediator,2021-01-01,9,9',
		'C-1,mediator,2020-03-01,5,4'
	],
	duties: [
		'id,area,unit,post_zh,post_en,type,assigned_on,due_on,status,closed_on',
		'D-1,0100,U-1,书记,Secretary,land,2020-03-01,2020-04-01,working,',
		'D-2,0201,U-2,,,border,2020-03-01,,closed,2020-03-01'
	],
	duty_history: ['duty,on,step', 'D-1,2020-03-01,assigned', 'D-1,2020-03-05,signed'],
	care_counts: [
		'unit,month,status,n',
		'U-1,2020-11,stable,9',
		'U-1,2020-12,resolving,2',
		'U-1,2020-12,stable,5'
	],
	campaigns: [
		'id,name_zh,name_en,kind,from,to,areas,screened',
		'K-1,春季排查,Spring screening,concentrated,2020-03-01,2020-03-31,0101 0102,40'
	],
	visits: ['id,on,area,kind', 'V-1,2020-05-01,0101,supervision', 'V-2,2021-05-01,,'],
	meetings: ['id,on,kind,title_zh,title_en', 'M-1,2020-07-18,office_heads,例会,Meeting'],
	events: [
		'id,from,to,kind,name_zh,name_en',
		'E-1,2020-01-24,2020-01-30,holiday,春节,Spring Festival'
	],
	filings: [
		'unit,period,due,filed_on,kind,revision',
		'0101,2020-W53,2021-01-04,2021-01-04,nil,',
		'Z-1,2020-12,2021-01-05,,missing,',
		'0101,2020-12,2021-01-05,2021-01-04,returned,',
		'0101,2020-12,2021-01-05,2021-01-06,filed,1'
	],
	declared: ['area,period,row,level,value', '0200,2020-12,52,year_to_date,7'],
	budget: [
		'level,area,fund,period,kind,amount,at_least',
		'city,0000,subsidy,2020,budgeted,3000.5,yes',
		'city,0000,subsidy,2020-01/2020-12,paid,1600,no'
	],
	surveys: ['id,area,period,measure,n,value,method', 'S-1,0000,2020-H2,safety,400,0.931,telephone'],
	filed_figures: ['report,period,filed_on,figure,value', 'half_year,2020-H1,2020-07-04,handled,3']
};

type Lines = Partial<Record<(typeof TABLE_NAMES)[number], readonly string[]>>;

/** The tables as files, some of them with other lines, and the manifest that names all of them. */
export function bookFiles(
	changed: Lines = {},
	more: Partial<SourceManifest> = {}
): Record<string, string> {
	const files = Object.entries({ ...smallBooks, ...changed }).map(
		([name, lines]): [string, string] => [`${name}.csv`, `${lines.join('\n')}\n`]
	);
	const tables = Object.fromEntries(TABLE_NAMES.map((name) => [name, { file: `${name}.csv` }]));
	return {
		...Object.fromEntries(files),
		'dataset.json': JSON.stringify({ ...smallManifest(), tables, ...more })
	};
}
