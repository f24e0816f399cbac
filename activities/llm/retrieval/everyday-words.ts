/**
 * Ordinary English words of four letters or more that customers name to any business. Each is what it says: "massage" is
 * no mistyped "message", nor "horse" a "house", though a knowledge may have only the one.
 */
const NAMED = `
  able about above accident account across adult advice after again airport alarm alcohol alone always angry animal
  answer apple april area arrive august aunt autumn award baby bacon balcony ball balloon banana band bank barber
  basket bath battery beach bean bear beard beast beauty beef beer below belt bench better bill bird birthday
  blanket blood blouse board boat body boil bone book boot border boss bottle bottom bowl boxing brain brake branch
  brand bread break bridge bright broken brother brown brush bucket build bulb burger bush business butter button
  cable cactus cafe cake calm camera camp candle candy canoe captain card care carpet carrot case cash castle celery
  cellar centre chain chair chalk chance change charge chart cheap check cheek cheese cheque cherry chess chest
  chicken choice choir church cinema circle city clean clear clerk client climb clock close cloth cloud club coach
  coal coast coat code coffee coin cold colour comb computer concert cook cookie copper copy corn corner cotton
  couch count country couple courage course court cousin cover crab craft crane cream credit crew cricket crime
  crisp cross crowd crown cruise curry curtain curve cushion custom cycle daily dance danger dark date dead deaf
  deal dear december deep deer degree dentist desert desk dessert diamond diary diesel diet dinner dirty dish dive
  divorce dollar donkey door double dough dozen drain draw dream dress drill drink drive drone drum duck dust duty
  each eagle early earth east easy edge effort eight elbow empty engine envelope error evening event every exact
  exam exit extra fabric face fact fair faith fall false family famous farm fast father fault favour feather
  february fence fever field fight film final fine finger fire first fish five flag flame flash flat flavour fleet
  flight flood floor flour flower flute foam fog fold folk food foot football forest fork form forty forward four
  frame fresh friday fridge fried front frost fruit fuel full funny furniture future game garage garden garlic gate
  gear gentle ghost giant gift ginger girl glass glove glue goal goat gold golf good goose gown grade grain grand
  grape graph grass grave gravel gravy great green grey grill group guard guide guitar hair half hall hammer hand
  handle happy harbour hard harp haste hat head health heart heat heavy height helmet help herb high hill hire hobby
  hockey hole home honey hook horn horse hospital host hotel hour house human humour hundred hunger hunt husband
  iron island ivory jacket jail january jeans jelly jewel joke juice july jump june jungle junior keen kettle kick
  kidney kind king kitchen kite knee knife knit knock label lace ladder lady lake lamb lamp land language large
  laser last late laugh lawn lawyer lazy leaf leak lean learn least leather leave lecture left lemon lens letter
  lettuce level library licence life lift light lime line linen lion list little liver living loan lobby lobster
  local lock long loose lorry loud lounge love luck lunch lung machine magazine magic main maize major make mango
  manual maple marble march margin mark market marriage mask massage match maths matter mattress maybe meal meat
  medal medium melon member mental menu metal meter midday middle mile milk mill mind mine minor minute mirror
  mobile model modern monday monkey month moon morning motel motor mountain mouse mouth movie muscle museum mushroom
  music mustard nail name nanny narrow nation nature near neck needle nephew nest never niece night nine noise
  noodle noon normal north nose notebook notice novel november number nurse oats ocean october olive onion opera
  option orange order other oven owner oyster packet paddle page paint pair palace palm pants paper parade parcel
  parent park parrot part party passage pasta paste pastry path patient pause peace peach peanut pear pearl pencil
  people pepper period phone photo piano picnic picture piece pillow pilot pink pipe pizza place plain plane plant
  plaster plastic plate play plug plum pocket poem point poison polish polite pond pony porch pork port poster
  potato pottery powder power prawn present press price pride print prison prize problem proof protein proud pump
  pumpkin punch pupil puppet puppy purple purse puzzle queen question quiet quilt quiz rabbit race radio rail rain
  raisin rare razor read ready real rear receipt recipe record refund rent report rescue rest result rice rich ride
  right ring rise river road roast robot rock rocket role roll roof room root rope rose rough round route rubber
  rugby rule runner saddle safe sail salad salary sale salmon salon salt same sand sandal sandwich satin saturday
  sauce sausage scale scarf scene school science scissors scooter score screen screw seat second secret seed senior
  september serious serve seven shade shake shape share shark sharp sheep sheet shelf shell shelter ship shirt shoe
  shop shore short shorts show shower shrimp side sight sign silk silver simple sing single sister site size skate
  skin skirt sleep sleeve slice slide slim slipper slope slow small smart smell smile smoke smooth snack snail snake
  snow soap soccer sock soda sofa soft soil soldier song soup sour south space spare spark speaker special speech
  speed spice spider spinach spine spirit spoon sport spot spray spring square stable stage stair stake stamp star
  start state station steak steam steel steep stem step stew stick stock stomach stone stool store storm story stove
  straw stream street stress string stripe strong studio study style sugar suit summer sunday super surf surface
  swan sweat sweet swim swing switch sword table tail tailor take tale talk tall tank tape taste teach team tent
  term thick thief thin thing third thread three throat thumb thunder thursday ticket tidy tiger tile timber time
  tiny tired tissue title toast today toe toilet tomato tongue tool tooth topic torch total tourist tower town toy
  track tractor trade traffic trail train trainer tram travel tray treat tree trial trick trip trousers truck true
  trunk trust truth tube tuesday tuna tunnel turkey turn turtle twelve twenty twice twin type tyre uncle under
  uniform union unit upper used vacant valley value vase vast vegan vegetable vein velvet very vest view village
  vinegar violin virus visa visit voice volume vote wage wagon waist wait walk wall walnut wander warm wash waste
  watch water wave weak wear weather wedding wednesday week weight west whale wheat wheel whisky white whole wide
  wife wild wind window wine wing winter wire wish witch wolf woman wood wool word work world worm worry wrist write
  wrong yacht yard year yeast yellow yoga young youth zebra zone`;

export const EVERYDAY_WORDS: ReadonlySet<string> = new Set(NAMED.trim().split(/\s+/));
