/**
 * Ordinary English words, and Vietnamese syllables typed without marks, that lie one slip of the finger from a word the
 * detectors listen for: "change" is no mistyped "charge", "stoke" no "stole". Found by comparing that vocabulary with a
 * general word list (SCOWL, size 50) and with all syllables Vietnamese can form.
 */
const ENGLISH = `
  abased abases abasing abort abound abuser abusers accept accesses advertiser advertises adviser advises agrees
  aground alike allays alter among amused amuses amusing angle anther anuses applies approves apter arrives ascent
  ashed ashing askew assaulter aster atone attach attached attaching attacker auction authored authoring authorise
  authorised authorises authorising authorize authorized authorizes authorizing authors avian backed backing bagged
  bailing baldly balled banded banked banned barged barley barns basely bating batten batter batters battle baying
  beach beached beaches beaching beading beads beaks beaming beams beaning beans bearing bears beast beasts beater
  beaus bedside beets belled bellied bellies bellying belting belts bents berating besting bests betas betide betting
  bettor bilked billet billies binged bitter bittern blacken blacker blank blanked blanking blaster blasters bleach
  bleached bleacher bleachers bleaches bleaching bleak bleating bleats bleep bleeped bleeping bleeps blend blended
  blender blenders blending blends bling block blocked blocking blond bloom blotched blued bluster blustered
  blustering blusters blustery boarder boating boats bolder bonged bonus boobed boobing booed booing bookend boomed
  booming booted booting boozed boozing borer botches bother boughs bowling brake brats brave bread breadth breadths
  breathier breech breeches breed breeder breeders breeding breeds bride bridle bring broach broached broaches
  broaching broiling broker brood brooked brooking brothel brought brunt budged budging bugged bugging bugled bugling
  bulges bulked bulking bulled bulling bullring bumpy bunged bunging bungled buoying burbled burgles burgs buried
  burner burped burping burps burred burring burrs burying bushiness busing busying busyness butter buttery cabled
  cache cached caches caching calked calmed calmer calved camps cancelling cancer cancers caned cannon canoed canted
  catchall catchalls champs chanced chancel chancels change changeable changes changing chanted charier charily
  charity charm charmed charmer charmers charming charms charred charring chars chart charted charter charters
  charting charts chary chase cheapen cheat cheater cheep chess chili chill chocked chocking choker chokes chose
  chowed chowing circled circlet circlets clacked clammed clamming clamps clams clanged clans claps clash clasp clasps
  claws clean cleansed cleanser cleared clearer cleat cleaved cleaver clone clones cloning closed clove clowned cloyed
  cloying coding coined coked coking collapses combing commend commends commissioned compensates complains compliant
  compromises concession conch conchs conduce conduit congest congesting conked consulate consulates consuls consumed
  consumes content contenting context contracted contracting contraction contractions contracts contrast convent
  cooing cooked cooking coped copier copies coping copped copra corespondent coring corned couch couched couches
  couching count cowing cracker crackled crams cranked craps crashed crass craze creak crease created creeps crest
  cricked crimps croaked crocked crooned crushes crusted culled curry cushier customary dagger damaged damped dancer
  dander danker dearth debatable debate debated debater debaters debates debating debts debut debuted debuting debuts
  deceases decides decoded decreased deduce deduced deduces deducing deductible defied defying deice deities deity
  deletes delicious denier denies dented denting deplete depleted depth derails derided deriving dessert destroyer
  detains devise dialyses disables discloses discriminant dislocates dissatisfies ditty diver diving doable dogging
  doling doming dopes doping dosing doting doubles doublet doubly doubted downed downer downers downing downs downy
  dozing drainer drawn drier drink dripped drive drivel driven drives drone droned drones droning drooling drooped
  dropper dropping drover drowse drowsed drowses drowsing drowsy drunk drying dudes dukes dullard dunes duped dyeing
  earnings eased easing elating emergence emery employed employer emptier empties enduing enquire entitles eraser
  erases ether exiting exits expedience expert expertly experts exploding explore explored explores exposes faces
  fades failing fainter faked faker fakers fallowed fallowing fares farther fates fatter faxes fazes feather feeding
  feint feinted felling fewer fiend fifty filed files filled filling fills filmy filth finder finders finer fining
  firing firmed firming firms firth fiver fixing flakes flambes flamed flaming flares flaying flees flied flier fliers
  fling flint flints flinty flips flits flitted flitting floes flour flues flumes foaling fogged foiling follower
  foraged forced forded fording forgave forger forgers forges forging forked forking format formed forming forth
  fractures frames framing fried fries frond frost frustrates frying fueling funereal gabbed gabbing gaping garage
  gashing gassing gibing gives glads glide gloss goring grabber grasping grass griped gropes grouped grout grubbed
  grubbing guess guessable guessed guesser guessers guesses guessing guile guise gusted gusting gusts gusty gutting
  haired halfway haling halving hamming hamstrung handled handy hanged hangs hanker hankered hankering hankers hanks
  hardily hardy hared haring harked harking harping harpy harry harts hater hating hatting haves hawing hawked hawker
  hawkers haying hazing header heading healer healing heaped heaping hearer hears heated heather heating heaved heaves
  heaving helper herring hided hides hiked hikes hinds hinting hippy hires hither hived hiving hoard hocked holier
  holing holler homeless hooding hording horribly hospitalises hospitalizes hostel hovel humiliates hunting hunts
  hurling hurls hurtling identify idiom ignores impersonal impersonally impersonator impersonators impresses includes
  indemnify infested infirm inflected inflection informer injected injection injure injures inland inquire insistent
  insulate insulated insulates insulating insulation insured interned internee inured involving irrigated irritant
  irritates jangle jewelled jeweller jewellers jewelling jewelries jingle joked joker jokers journalism joying juggle
  keeling keels keening keens kidnapped kidnapper kidnappers kidnapping kilning kisser kisses knack knocker labor
  lacked lading lagged lapel lather latter laughably layer layered layering layers laying leaded leafed leafing leafs
  leaks leaned leaning leans leaped leaping leaps lease leased leasing leaved leaving lefter legged lending lends
  libel licked likable liking liming linger lining listed litter litters livable loading loads locket lodge lodged
  lodger logger logic logon loner longed looked loosing loping loser louse lover loving lowed lowing lucked lugged
  maces macing maker makers males malted malting managed manages manes manger march mares marking masking massage
  massed massing masters mates mating mattes maxes maxing mazes means meddle medial medic meeting melded melding
  messed messing meted meting mikes miking misled misses misted misting misuses misusing mocker molester molted
  molting monkey month mooing moping mosey moths mountaineer mountaineers mouths mowing mucked muddle mugger mullion
  mussed mussing mutters necked newer nickel noshing notching noting novice numbed oaten ocher odder offices older
  ombudsmen opener opined otter outsize overcharges overcooked overdoes overdone overdoses overeat overeating overeats
  overhead overheads overhear overheard overhearing overhears overlooked owned paced pacing pager paging paint
  painting palace paler paling palled palls pamper panning parches paring parse parsed parsing parson passel passer
  passes pasta pasted pasting pasts pasty patched patent patents pauper paused pausing paving pawing payer peace
  peacemaker pealing peeing peeking peeping peering peeving peony personae petty phisher phony photographer picketed
  pictured pierce piles pilled pilly piper pissed pissing pitches placer places placid plaice plane planed planing
  planking planting plate plated played playing plying poising poisoner poker poking poling polite polity polled polls
  ponds poring porting poser positing postpones potting pouting powder praying premised preps pretence pretences
  pretense pretenses pretension pretensions preys prick pride primacy primate prime prince print printing prise prize
  produce profess professing projection promises prone property prorate prowess prying publisher publishes puffer
  puller pullet pulley pulls pulped pulse pulsed purchasable purchaser purchasers purchasing puree purled pursue
  pusher pushes quack quacked quacking quacks quiche quiches quicken quickens quickie quiet quire quirk quirked
  quirking quirks quirky quits quoited quote quotes raced raciest radial radially raged raked rally rapes rapid rapist
  rapped rapping rared rasher rasped rated raved razed reads readying realty reamers reaming reaped reapers reaping
  rearing rebated rebus rebuses receiver receives recognisable recognise recognised recogniser recognises recognising
  recognition recognizable recognize recognized recognizer recognizes recognizing reedy refuge refugee refugees
  refuges refute refuted refutes refuting regally reheat reheating reimbursing relates relaxed relayed relies remote
  remover removes renders rending repay repeal repealing repent repenting replay replied reported requite resort
  resorting responsibly retort retorting returnee reusable reuse reused reuses reusing revere revered reveres reverie
  reveries reversal reversing reversion reverted reword rewords ribbed ribbing ripper rippled rippling robber robbers
  robed robing roped rotund rubbed rubbery rubbing ruining rummages ruptures sacred sally salve sample sanding sapped
  sating satisfies saving sawing sayings scald scale scaled scalped scaly scammer scamp scare scares scarfed scaring
  scarred scent scolded scoot scooting score scored scouted scows scrammed scummed sealing seared searing seating
  seeding seeping seeps seller sellers sells sensing serge serous servile servo setting severs sexiest sexism
  sexuality shack shade shaded shading shake shale shall shambled shame shamed shaming shammed shape shaped shaping
  shard shares shark sharked sharking sharks sharp sharped sharping shave shaved shaving shavings sheared shearing
  sheep shell shelled sheller shelling shells shies shill shimmed shipped shire shitting shocker shoeing shonk shooed
  shooing shook shoos shopped shops shore shored shores shoring short shorted shorting shots shout shouting shoved
  shoves shoving shower showy shred shuck shucked shucking shying sifter sifting sighed signer signet silky sills
  silting simile singe singed singing sinned sipped siting sitter skill skimped skipped skying slaking slammed slaying
  sleek sleeking sleet sleeting slimmed sling slinging slipper slitting sloes slopped slots slowed slowing slows
  sluing slung slurping smalls smarted smelled smelling smelly smelt smelts smock smocked smocking smoko smoky smote
  smoulder smouldering snaking snapper snare snared snares snaring snatches sneak sniped snipped snitched snitching
  snoot snore snorted snots snowed snowing snows soaking soared soaring socked socking soldering solicitous sopped
  sorter sortied sowed sowing spammed spanking spanks spare spared spares sparing sparkling sparring spars spats
  spayed spaying spear speck spell speller spellers spelling spells spelt spend spending spill spilled spindle
  spindled spindles spits spitting spoke spore sported sports spouted spouts spurring spying stack stacked stacking
  stacks staged stages staging staid stained stake staked stakes staking stale staled staler stales staling stall
  stalled stalling stallion stallions stalls stank stare stark starker starkly starling starred starring stars starter
  starting startled starts starved starves starving stated states stating staved staves staving staying steak steaming
  steeling steep steeping steeps stems stent stepped sterling stews stick stiff stile stilt stink stinking stint
  stinting stock stocked stocking stoke stoked stoking stoles stomped stone stony stooped stopper stops stored stores
  storey storing stork storm stormy stove stowed stowing stows straggle straggled straggler stragglers straggles
  straggling straggly strainer strand stranding strangely strangers strayed streamed strike string stringer stringing
  strobe strode strokes stronger strongly stropped strove struck strung stuff stunk stuns stunt style subscriber
  subscribes sully supposes suspicions swapped swayed swaying swearing sweep sweeping swelter swelters swerve swill
  swilled swilling swills swindler swindlers swindling swing swinging swipes switching sword sworn swung tabled tables
  tacking taker takes tames taming tanking tanks taped taping tapped tared taring tasking taxing teaches teats teeth
  temped tempter tenon tents terribly thank thanking thaws thees theme thick thieved thine thinks thinning thins
  thongs thorough those though threat throaty throb throbs throe throes throne thrones thrown ticked tided tides tiled
  tiles tilling timed timer timers tines tings tipped tires titter toady toddy token toking tolling tomes tonic torch
  torched torches torching tough toxic toying tracing tracked trailer trailers trained trainee trainees tramped
  transferring trapper treacheries treachery tread treading treed triad trice tricking trickled tries tripled tropic
  trough trucked trucking trued truing tuned tuning turfed turfing turner twine twister twitted tying types udder
  unacceptably unauthorised unauthorized unbearably unbeatable unbelievably uncomfortably unset urgency usable
  vanishes varnish varnished violas violator violators violet violets vireo vital volition wader wading wafer wafted
  wafting wafts wager waging wailing waist waists waited waits waiver waiving waked waled waling walker walking walled
  wands waned wanes waning wanting warding wards warming warping warring warts washer washes washing wasted waster
  watts waver waving waxing weaning wearying weaving weeds weeps wefts weirs welds wells whale wheeling whine whist
  white whiter whiting whore whose widowed wiled wilts window wined wiper wipes wired wished witch women wonted woods
  wording wordy works worlds worming worms wormy worse wound wrest wrests wring writer writhe writhing writs wroth
  wrung yeahs yearn yearns yelped`;
const VIETNAMESE = `
  bieng chach chang choach choap coanh doang giien gioen giong giyen goang phoen phong quich suang suong thang theng
  thiec thiem thien thieng thiep thiet thieu thinh thoat thong thung toach triec triem trien triep triet trieu troat
  truat`;

export const ORDINARY_WORDS: ReadonlySet<string> = new Set(`${ENGLISH} ${VIETNAMESE}`.trim().split(/\s+/));
