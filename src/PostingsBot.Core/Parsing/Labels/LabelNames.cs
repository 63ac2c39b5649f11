using System.Text;
using PostingsBot.Core.Text;

namespace PostingsBot.Core.Parsing.Labels;

/// <summary>The words that label a value, folded, letters and digits only.</summary>
internal static class LabelNames
{
    private static readonly Dictionary<string, Label> ByName = Build(
        (Label.Title, "jobtitel functienaam funzione nazwastanowiska nazevpozice tjanst befattning yrkesroll tituloderol denominaciondelpuesto denominacao postetitre titredeloffre titredelemploi 招聘职位 招聘对象 招聘岗位 应聘岗位 모집분야 모집부문 채용분야 vacature vacaturetitel pozicia stanowisko vitri titolodellavoro intituledeloffre rol title jobtitle positiontitle classtitle classificationtitle workingtitle officialtitle roletitle jobname positionname postingtitle position role roles titulodeltrabajo functie functietitel poste intitule intituleduposte titreduposte stelle stellentitel stellenbezeichnung jobbezeichnung berufsbezeichnung cargo vaga titulodavaga nomedavaga puesto titulodelpuesto nombredelpuesto 職位 職位名稱 职位 职位名称 職稱 职称 職缺名稱 岗位 岗位名称 職種 職種名 募集職種 ポジション ポジション名 求人タイトル 募集ポジション 직무 직무명 모집직무 포지션 공고명 채용포지션"),
        (Label.Company, "venture nomdelorganisme organisme etablissement organismedaccueil laboratoiredaccueil hiringinstitution hiringentity employingorganization employingorganisation recruitingcompany clientname arbeitgeberin einrichtung hochschule universitat university universite universidad universita institucion instituicao entidad organizacao organizacion pracodawca werkgever arbetsgivare zamestnavatel datoredilavoro ente 招聘单位 招聘公司 用人单位 公司全称 募集企業 채용기업 nombreempresa companytitle institution hostinstitution universitylab org orgname hirer businessname nomeempresa nomdelasociete congty firemni societa empresacontratante company companyname employer employername hiringcompany organization organizationname organisation organisationname startup startupname hiringorganization hiringorganizationname agency entreprise nomdelentreprise societe employeur recruteur unternehmen unternehmensname firma arbeitgeber empresa nombredelaempresa nomedaempresa empleador empregador compania nombredelacompania nombredelaorganizacion bedrijf bedrijfsnaam azienda foretag 公司 公司名稱 公司名称 公司機關 公司简称 企業名稱 企业名称 單位名稱 单位名称 雇主 雇主名稱 会社 会社名 企業名 法人名 事業者名 회사 회사명 기업명 업체명 기관명"),
        (Label.Location, "locatie locaties vestiging paikkakunta sijainti lokasyon localisationduposte localisationdelemploi localisationposte lieudutravail lieuduposte lieudexercice lieudaffectation villedutravail arbeitsstatte tatigkeitsort dienstorte beschaftigungsort citystate cityandstate locationcity workcity workarea placeofwork placeofemployment placeofperformance workplaceaddress baselocation dutylocation reportinglocation lugardelpuesto ciudaddetrabajo centrodetrabajo sededilavoro sedelavoro luogodilavoro werklocatie werkplek standplaats miejscepracy mistovykonuprace miestovykonuprace arbetsort arbeidssted arbejdssted 근무장소주소 工作所在地 所在城市 所在地点 where town cidade ciudad ville stadt plaats wo onde donde diadiem noilamviec miesto lokalita lokalizacja luogo sitio arbeitsplatz ubicaciondelpuesto worklocationcity localidad location locations joblocation worklocation workplacelocation joblocations place city office offices lieu localisation"
            + " standort ort einsatzort arbeitsort niederlassung filiale zweigstelle betriebsstatte klinik klinikstandort dienststelle local localidade localizacao ubicacion lugar 地點 地点 勤務地 工作地點 근무지"
            + " joblocationaddressaddresslocality worklocations locationofposition locationofwork officelocation officelocations primarylocation"
            + " jobsite worksite dutystation arbeitsorte dienstort standorte lieudetravail lugardetrabajo localdetrabalho localdavaga sede sededetrabajo"
            + " 工作地点 工作城市 locationsavailable availablelocations 办公地点 辦公地點 工作地 上班地點 上班地点 就業場所 勤務先 근무지역 근무위치 근무장소"),
        (Label.Remote, "teletravail eligibiliteteletravail eligibleauteletravail teletravailpossible teletrabajo teletrabalho trabalhoremoto trabajoremoto remotepossibility remoteeligible remoteworkavailable workfromhome wfh remotefirst remotestatus remote remotefriendly telecommute remoteposition remotejob remotework isremote remoteoption remoteavailable remotepossible remoteallowed workremotely fullyremote 是否远程 是否遠端 远程办公 远程工作 支持远程 远程 remoteok homeoffice 遠端 遠端選項"),
        (Label.RemoteWithin, "remotewithin remoteregion remoteregions region regions applicantlocationrequirements candidaterequiredlocation"),
        (Label.Workplace, "modedetravail modalitesdetravail modalidaddetrabajo modalidade modalitadilavoro arbeitsmodell workingmodel workingmode locationtype officetype onsiteremote remoteonsite onsiteorremote remoteoronsite remotehybridonsite remotepolicy trybpracy 办公模式 工作模式 勤務形態 workplace workplacetype workmode workstyle workingarrangement workplacearrangement employmentlocationarrangement 办公方式 工作方式 辦公方式 workmodel workarrangement modelodetrabalho joblocationtype"),
        (Label.Employment, "workingtime statut naturducontrat natureducontrat typeducontrat typedoffre beschaftigungsgrad beschaftigungsumfang stellenumfang arbeitsumfang pensum umfang stellenart contratto tipodicontratto tipologiacontrattuale tipologiadicontratto tipocontratto typzatrudnienia rodzajumowy rodzajzatrudnienia formazatrudnienia wymiarpracy anstallningsform soortcontract contractvorm employmentbasis employmentterm jobbasis jobterm roletype workinghours workhours natureofemployment natureofjob fulltimeparttime 用工形式 工作形式 岗位性质 职位类型 고용유형 채용형태 tiempo jornadadetrabajo tipodevaga commitment engagement tipodecontratacion vinculo tipodevinculo forma formaspoluprace arttderanstellung artderanstellung hinhthuc typcontract umowa contracttime worktime type contract contracttype tipodeempleo tipoempleo tipodepuesto jornada jornadalaboral modalidaddecontratacion dedicacion typedemploi tempsdetravail typedeposte dienstverband 工作类型 工作類型 雇佣类型 employmenttype employment jobtype worktype timetype schedule workschedule positiontype hours"
            + " vertragsart anstellungsart beschaftigungsart arbeitszeit contrat typedecontrat regime contratacao regimedecontratacao tipodecontrato"
            + " tipodecontratacao 雇用形態 고용형태"
            + " typeofcontract typeofemployment employmentstatus appointmenttype positionstatus beschaftigung arbeitszeitmodell arbeitsverhaltnis"
            + " modelodecontratacao formadecontratacao tipodejornada orario 雇用区分 工作性質 工作性质 職務型態 근무형태"),
        (Label.Salary, "grosssalary monthlysalary yearlysalary basesalary basepay salarypackage salaryband jahresgehalt bruttogehalt gehaltsspanne gehaltsrahmen remunerationannuelle salairebrut fourchettesalariale fourchettederemuneration rangosalarial salariobruto salariobrutoanual retribuzioneannua ral salaris salarisindicatie brutosalaris 想定年収 予定年収 月収 薪资水准 연봉범위 comp payscale salaryexpectation salaryexpectations expectedsalary salaryrangeusd faixadesalario bandasalarial mucluong luong plat wynagrodzenie retribuzione stipendio salariomensal compensationpackage rate 工资 薪金 薪资水平 薪酬水平 年薪 待遇 salary salaryrange compensationandbenefits salaryandbenefits payandbenefits sueldo 薪资 薪水 薪酬 薪资范围 薪资待遇 薪资福利 薪资福利待遇 薪酬待遇 薪酬范围 薪酬福利 薪資範圍 薪資待遇 月薪 pay payrange payrate compensation compensationrange wage hourlyrate hiringrange hiringsalaryrange annualsalary"
            + " startingsalary startingpay salaire remuneration gehalt vergutung salario faixasalarial remuneracao 薪資 給与 月給 年収 급여"),
        (Label.SalaryMin, "salarymin minsalary basesalaryminvalue basesalaryvalueminvalue basesalaryvaluevalue"),
        (Label.SalaryMax, "salarymax maxsalary basesalarymaxvalue basesalaryvaluemaxvalue"),
        (Label.SalaryCurrency, "salarycurrency currency basesalarycurrency"),
        (Label.SalaryPeriod, "salaryperiod payperiod basesalaryunittext basesalaryvalueunittext"),
        (Label.Posted, "datumpridaniaponuky datumpridania issuedate dateissued issuedon dateofpublication dateofposting postedate posteddate advertiseddate dateadvertised veroffentlichungsdatum datedeparution datedemiseenligne postdate listedon datecreated createddate publishdateon datumpublikace date posted postedat postedon dateposted jobposted createdat created published publishedat publisheddate publishdate pubdate"
            + " 發布時間 發布日期 掲載日"
            + " postingdate publicationdate datelisted dateadded createdon datapublicacao datadepublicacao publicadoem publicado fechadepublicacion publicada veroffentlichtam veroffentlicht eingestelltam publiele datedepublication datepublication 公開日 投稿日 刊登日期 上架日期 發佈日期 게시일 등록일 作成日"),
        (Label.Opened, "openingdate opendate opened opens dateopened openeddate"),
        (Label.ValidThrough, "expiresdate expirydates validto validuntildate closingdatetime deadlineforapplications deadlineforapplication deadlineforapplying deadlinetoapply applicationdeadlinedate submissiondeadline applicationsdue due duedate expiredate enddateforapplications lastdate lastdateforapplication lastdateforapplications lastdateofapplication lastapplicationdate closedon closingdateforapplications dateofclosing datelimitedecandidature datelimitedepostulation cloturedescandidatures bewerbungsende bewerbungbis plazodesolicitud prazodeinscricao sistaansokningsdag ansokningsfrist 截止时间 招聘截止 応募期限 締切日 접수마감 마감기한 지원마감 enddate closing expireson expiresat expirationdate expiry applybefore applicationsclose applicationcloses closingtime einsendeschluss candidaturesjusqu fechadecierre datadeencerramento validthrough closingdate closedate deadline applicationdeadline expires expirydate expiration applyby closes filingdeadline filingperiodends lastdaytoapply closingon"
            + " bewerbungsfrist 截止日期"
            + " bewerbungsschluss fechalimite datalimite datelimite prazo scadenza 応募締切 締切 募集期限 마감일 應徵截止 applicationclosingdate validuntil"),
        (Label.Apply, "applynow informationlink infolink moreinfolink moreinformationlink applynowlink applynowurl applicationpageurl applicationformurl externalapplyurl applyexternal candidatureurl lienpourpostuler lienpostuler bewerbungsformular applyonline applyhereurl applicationemail applyemail applymail applyto applylinks ctaurl formurl formlink jobform jobapplication candidatese comosecandidatar paracandidatarse inscricoes postuler candidater bewerbunganemail apply applyurl applylink applicationform applicationpage aplicar linktoapply 投递方式 投遞方式 投递链接 简历投递 申请方式 申请链接 应聘方式 应聘链接 applyat applicationurl applicationlink howtoapply toapply joburl applyhere 職位網址 candidatura"
            + " linkdavaga linkparainscricao inscricao postulate bewerbungslink jetztbewerben 応募方法 応募先 應徵方式 応募url 지원방법"),
        (Label.Contact, "contactemails contactmails emails mail contactinfo posteremail recruiteremail hremail ansprechpartneremail ansprechpartnermail kontakt kontaktmail emailaddress contact contactemail 联系方式 聯絡方式 联系邮箱 电子邮箱 邮箱 投递邮箱 email contacturl contactmail contacto contato"),
        (Label.Source, "urlsource pageurl canonicalurl sourcelink joblink jobpostlink sourceurl source url link listingurl listinglink postingurl joblistingurl jobpostingurl externalurl externallink originallink originalurl permalink"),
        (Label.Level, "experiencelevel careerlevel 职级 岗位级别 level joblevel seniority senioritylevel nivel senioridade niveau 經驗"),
        (Label.Skills, "skills techstack technicalskills technologies stack coretechnologies technologystack requiredskills tags environnementtechnique"
            + " technologien kenntnisse 技術 技能"),
        (Label.Status, "status state"),
        (Label.Open, "open isopen available isavailable acceptingapplications applicationsopen active isactive enabled isenabled"),
        (Label.Closed, "closed filled archived isclosed isfilled isexpired isarchived positionfilled inactive expired"),
        (Label.Draft, "draft isdraft"));

    // Names that only the keys of front matter and records have for a title: in a text they head something else ("Título: grado en ...").
    private static readonly HashSet<string> TitleKeys = new(["titel", "titulo", "titre", "titolo", "tytul", "nazev", "otsikko"], StringComparer.Ordinal);

    // "Canonical role title", "Full job title".
    private static readonly string[] TitleEnds = ["jobtitle", "roletitle", "positiontitle"];

    private static readonly string[] Prefixes = ["job", "position", "role", "vacancy", "vaga"];

    private static readonly HashSet<string> Wrappers = new(
        ["params", "extra", "job", "jobs", "position", "posting", "vacancy", "meta", "metadata", "details", "jobdetails", "info", "jobinfo", "data", "fields", "attributes", "acf", "summary", "facts"], StringComparer.Ordinal);

    private static readonly int Longest = ByName.Keys.Max(name => name.Length);

    /// <summary>The label a key stands for ("contact.email", "Date Posted"), or null.</summary>
    public static Label? Of(string key)
    {
        if (key.Length > Longest * 2)
            return null;
        var name = Normalise(key);
        // "3. Location": a numbered line.
        if (name.Length > 2 && char.IsAsciiDigit(name[0]) && ByName.TryGetValue(name.TrimStart('0', '1', '2', '3', '4', '5', '6', '7', '8', '9'), out var numbered))
            return numbered;
        return ByName.TryGetValue(name, out var label) ? label : Array.Exists(TitleEnds, end => name.EndsWith(end, StringComparison.Ordinal)) ? Label.Title : null;
    }

    /// <summary>As <see cref="Of"/>, for keys as sites nest and lengthen them: "params.job_location", "position_city", "a_job_type".</summary>
    public static Label? OfField(string path)
    {
        if (Of(path) is { } label)
            return label;
        if (TitleKeys.Contains(Normalise(path)))
            return Label.Title;
        if (path.LastIndexOf('.') is > 0 and var dot)
            return Wrappers.Contains(Normalise(path[..dot])) ? OfField(path[(dot + 1)..]) : null;
        if (path.Length > 2 && path[1] is '_')
            return OfField(path[2..]);
        var name = path.Length <= Longest * 2 ? Normalise(path) : "";
        var prefix = Prefixes.FirstOrDefault(prefix => name.StartsWith(prefix, StringComparison.Ordinal));
        return prefix is not null && name[prefix.Length..] is not "state" and var rest && ByName.TryGetValue(rest, out var known) ? known : null;
    }

    private static string Normalise(string key)
    {
        var folded = Words.Fold(key);
        return folded.All(char.IsLetterOrDigit) ? folded : string.Concat(folded.Where(char.IsLetterOrDigit));
    }

    private static Dictionary<string, Label> Build(params (Label Label, string Names)[] rows)
    {
        var names = new Dictionary<string, Label>(StringComparer.Ordinal);
        foreach (var (label, list) in rows)
        {
            foreach (var name in list.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                names.Add(Words.Fold(name), label);
        }

        return names;
    }
}
