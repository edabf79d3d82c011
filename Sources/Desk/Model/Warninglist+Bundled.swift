/// The known-good lists that ship with the program.
///
/// Compiled for it from what operators publish about themselves and from registries; no other list was copied. Everybody may
/// use them for anything: CC0 1.0 Universal. A list of the same name that is imported stands for the one here.
extension Warninglist {
    static let bundled: [Warninglist] = [
        Warninglist(
            name: "Public resolvers",
            description: "Name servers that anybody may ask.",
            version: 20_261_129, kind: .cidr,
            """
            8.8.8.8 8.8.4.4 2001:4860:4860::8888 2001:4860:4860::8844 2001:4860:4860::64 2001:4860:4860::6464 1.1.1.1
            1.0.0.1 1.1.1.2 1.0.0.2 1.1.1.3 1.0.0.3 2606:4700:4700::1111 2606:4700:4700::1001 2606:4700:4700::1112
            2606:4700:4700::1002 2606:4700:4700::1113 2606:4700:4700::1003 2606:4700:4700::64 2606:4700:4700::6400
            9.9.9.9 9.9.9.10 9.9.9.11 9.9.9.12 149.112.112.112 149.112.112.9 149.112.112.10 149.112.112.11
            149.112.112.12 2620:fe::fe 2620:fe::9 2620:fe::10 2620:fe::fe:10 2620:fe::11 2620:fe::fe:11 208.67.222.222
            208.67.220.220 208.67.222.220 208.67.220.222 208.67.222.123 208.67.220.123 2620:119:35::35 2620:119:53::53
            2620:119:35::123 2620:119:53::123 94.140.14.14 94.140.15.15 94.140.14.15 94.140.15.16 94.140.14.140
            94.140.14.141 2a10:50c0::ad1:ff 2a10:50c0::ad2:ff 2a10:50c0::bad1:ff 2a10:50c0::bad2:ff 2a10:50c0::1:ff
            2a10:50c0::2:ff 77.88.8.8 77.88.8.1 77.88.8.88 77.88.8.2 77.88.8.7 77.88.8.3 2a02:6b8::feed:0ff
            2a02:6b8:0:1::feed:0ff 185.228.168.9 185.228.169.9 185.228.168.10 185.228.169.11 185.228.168.168
            185.228.169.168 64.6.64.6 64.6.65.6 156.154.70.1 156.154.71.1 156.154.70.2 156.154.71.2 156.154.70.3
            156.154.71.3 156.154.70.4 156.154.71.4 156.154.70.5 156.154.71.5 4.2.2.1 4.2.2.2 4.2.2.3 4.2.2.4 4.2.2.5
            4.2.2.6 8.26.56.26 8.20.247.20 84.200.69.80 84.200.70.40 76.76.2.0 76.76.10.0 76.76.2.1 76.76.10.1
            76.76.2.2 76.76.10.2 76.76.19.19 76.223.122.150 45.90.28.0 45.90.30.0 194.242.2.2 194.242.2.3 194.242.2.4
            185.222.222.222 45.11.45.11 114.114.114.114 114.114.115.115 119.29.29.29 223.5.5.5 223.6.6.6 180.76.76.76
            101.226.4.6 218.30.118.6 101.101.101.101 101.102.103.104 168.126.63.1 168.126.63.2 193.17.47.1
            185.43.135.1 86.54.11.1 86.54.11.201
            """),
        Warninglist(
            name: "Root servers",
            description: "The name servers of the root zone.",
            version: 20_261_129, kind: .cidr,
            """
            198.41.0.4 2001:503:ba3e::2:30 170.247.170.2 2801:1b8:10::b 192.33.4.12 2001:500:2::c 199.7.91.13
            2001:500:2d::d 192.203.230.10 2001:500:a8::e 192.5.5.241 2001:500:2f::f 192.112.36.4 2001:500:12::d0d
            198.97.190.53 2001:500:1::53 192.36.148.17 2001:7fe::53 192.58.128.30 2001:503:c27::2:30 193.0.14.129
            2001:7fd::1 199.7.83.42 2001:500:9f::42 202.12.27.33 2001:dc3::35
            """),
        Warninglist(
            name: "Well-known sites",
            description: "Names that, with all below them, are those of sites in use everywhere.",
            version: 20_261_129, kind: .hostname,
            """
            google.com www.google.com youtube.com gstatic.com ggpht.com ytimg.com googlevideo.com google-analytics.com
            googletagmanager.com googlesyndication.com doubleclick.net goo.gl gmail.com google.ae google.ca google.cn
            google.co.id google.co.il google.co.in google.co.jp google.co.ke google.co.kr google.co.nz google.co.th
            google.co.uk google.co.za google.com.ar google.com.au google.com.bd google.com.br google.com.co
            google.com.eg google.com.gh google.com.hk google.com.mx google.com.my google.com.ng google.com.pe
            google.com.ph google.com.pk google.com.sa google.com.sg google.com.tr google.com.tw google.com.ua
            google.com.vn google.de google.dk google.es google.fr google.gr google.it google.nl google.no google.pl
            google.pt google.ro google.ru google.se facebook.com fb.com fbcdn.net instagram.com cdninstagram.com
            whatsapp.com whatsapp.net messenger.com meta.com threads.net microsoft.com live.com outlook.com
            hotmail.com office.com office.net office365.com microsoftonline.com msn.com bing.com skype.com
            linkedin.com licdn.com visualstudio.com windows.com windowsupdate.com msftconnecttest.com msftncsi.com
            microsoftstore.com onedrive.com xbox.com msauth.net msftauth.net apple.com icloud.com me.com mac.com
            mzstatic.com aaplimg.com apple-dns.net itunes.com amazon.com amazon.ca amazon.co.jp amazon.co.uk
            amazon.com.au amazon.com.br amazon.de amazon.es amazon.fr amazon.in amazon.it media-amazon.com
            ssl-images-amazon.com awsstatic.com twitter.com x.com twimg.com t.co tiktok.com tiktokcdn.com tiktokv.com
            bytedance.com snapchat.com reddit.com redd.it redditmedia.com redditstatic.com pinterest.com pinimg.com
            quora.com telegram.org t.me signal.org discord.com discordapp.com zoom.us slack.com webex.com teams.com
            wechat.com qq.com weibo.com line.me viber.com vk.com ok.ru wikipedia.org wikimedia.org wikidata.org
            wiktionary.org mediawiki.org archive.org creativecommons.org github.com githubusercontent.com
            githubassets.com gitlab.com bitbucket.org stackoverflow.com stackexchange.com npmjs.com npmjs.org pypi.org
            pythonhosted.org rubygems.org crates.io docs.rs maven.org golang.org go.dev python.org rust-lang.org
            nodejs.org php.net java.com oracle.com mysql.com postgresql.org sqlite.org apache.org nginx.org kernel.org
            gnu.org debian.org ubuntu.com canonical.com fedoraproject.org redhat.com opensuse.org archlinux.org
            alpinelinux.org freebsd.org mozilla.org mozilla.com mozilla.net firefox.com thunderbird.net opera.com
            vivaldi.com brave.com duckduckgo.com yahoo.com yimg.com yahoo.co.jp yandex.ru yandex.com yandex.net ya.ru
            mail.ru rambler.ru baidu.com bdstatic.com sohu.com sina.com.cn 163.com 126.com taobao.com tmall.com
            alibaba.com aliexpress.com jd.com naver.com daum.net kakao.com rakuten.co.jp netflix.com nflxvideo.net
            spotify.com scdn.co twitch.tv vimeo.com dailymotion.com imdb.com soundcloud.com ebay.com paypal.com
            paypalobjects.com stripe.com visa.com mastercard.com americanexpress.com westernunion.com adobe.com
            typekit.net adobedtm.com cloudflare.com cloudflareinsights.com akamai.com fastly.com jsdelivr.net
            unpkg.com jquery.com bootstrapcdn.com fontawesome.com gravatar.com wordpress.org drupal.org joomla.org
            bbc.com bbc.co.uk cnn.com nytimes.com theguardian.com reuters.com aljazeera.com lemonde.fr elpais.com
            spiegel.de who.int un.org unesco.org unicef.org itu.int worldbank.org imf.org europa.eu icann.org iana.org
            ietf.org rfc-editor.org isoc.org first.org ripe.net arin.net apnic.net lacnic.net afrinic.net
            enisa.europa.eu cisa.gov nist.gov nvd.nist.gov mitre.org cve.org misp-project.org oasis-open.org
            virustotal.com abuse.ch shodan.io norton.com mcafee.com kaspersky.com eset.com sophos.com avast.com
            bitdefender.com trendmicro.com malwarebytes.com proofpoint.com mimecast.com barracuda.com cisco.com
            paloaltonetworks.com fortinet.com crowdstrike.com dhl.com fedex.com ups.com usps.com docusign.com
            docusign.net dropbox.com salesforce.com mailchimp.com w3.org schema.org purl.org xmlsoap.org
            openxmlformats.org xmlns.com ogp.me ns.adobe.com schemas.microsoft.com example.com example.net example.org
            """),
        Warninglist(
            name: "Names under which others publish",
            description:
                "Hosting, mail, content networks: only the name itself, for what stands below it may be anybody's.",
            version: 20_261_129, kind: .string,
            """
            googleusercontent.com googleapis.com fonts.googleapis.com ajax.googleapis.com maps.googleapis.com
            storage.googleapis.com azure.com amazonaws.com s3.amazonaws.com compute.amazonaws.com elb.amazonaws.com
            cloudfront.net awsglobalaccelerator.com elasticbeanstalk.com execute-api.amazonaws.com awsapps.com
            azurewebsites.net azureedge.net azurefd.net cloudapp.net cloudapp.azure.com blob.core.windows.net
            web.core.windows.net windows.net core.windows.net trafficmanager.net onmicrosoft.com sharepoint.com
            firebaseapp.com web.app appspot.com run.app cloudfunctions.net blogspot.com blogger.com withgoogle.com
            githubusercontent.com github.io gitlab.io bitbucket.io pages.dev workers.dev r2.dev trycloudflare.com
            cloudflare.net cdn.cloudflare.net netlify.app netlify.com vercel.app now.sh herokuapp.com heroku.com
            onrender.com fly.dev railway.app glitch.me repl.co replit.dev surge.sh ngrok.io ngrok-free.app ngrok.app
            akamaiedge.net akamaihd.net akamai.net akamaized.net edgekey.net edgesuite.net fastly.net fastlylb.net
            llnwd.net edgecastcdn.net stackpathcdn.com b-cdn.net bunnycdn.com cdn77.org kxcdn.com azioncdn.net
            digitaloceanspaces.com ondigitalocean.app linodeobjects.com vultrobjects.com wasabisys.com backblazeb2.com
            wordpress.com wpcomstaging.com wpengine.com wixsite.com wix.com weebly.com squarespace.com webflow.io
            shopify.com myshopify.com godaddysites.com strikingly.com jimdosite.com tumblr.com medium.com substack.com
            notion.site sendgrid.net mailgun.org mandrillapp.com amazonses.com sparkpostmail.com mcsv.net
            list-manage.com rs6.net bit.ly tinyurl.com is.gd ow.ly buff.ly rebrand.ly cutt.ly lnkd.in rb.gy
            shorturl.at outlook.office365.com protonmail.com proton.me gmx.net gmx.de web.de mail.com zoho.com
            fastmail.com tutanota.com qq.com 163.com aol.com icloud.com hotmail.com outlook.com yahoo.com gmail.com
            ymail.com live.com duckdns.org no-ip.org no-ip.com dyndns.org ddns.net
            """),
        Warninglist(
            name: "What machines ask by themselves",
            description: "Certificates, time, updates and tests of the connection.",
            version: 20_261_129, kind: .hostname,
            """
            digicert.com letsencrypt.org lencr.org globalsign.com sectigo.com usertrust.com comodoca.com entrust.net
            godaddy.com identrust.com amazontrust.com pki.goog certum.pl quovadisglobal.com ssl.com swisssign.net
            buypass.com verisign.com symcb.com symcd.com geotrust.com thawte.com rapidssl.com ntp.org time.nist.gov
            time.cloudflare.com ntp.ubuntu.com nist.time.gov detectportal.firefox.com captive.apple.com
            connectivitycheck.gstatic.com connectivitycheck.android.com clients3.google.com networkcheck.kde.org
            nmcheck.gnome.org connectivity-check.ubuntu.com download.windowsupdate.com ctldl.windowsupdate.com
            swscan.apple.com gvt1.com gvt2.com gvt3.com root-servers.net gtld-servers.net one.one.one.one dns.google
            dns.quad9.net doh.opendns.com dns.adguard-dns.com
            """),
        Warninglist(
            name: "Files that say nothing",
            description: "The empty file, the shortest files, and the test file of EICAR.",
            version: 20_261_129, kind: .string,
            """
            d41d8cd98f00b204e9800998ecf8427e da39a3ee5e6b4b0d3255bfef95601890afd80709
            e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
            cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e
            68b329da9893e34099c7d8ad5cb9c940 adc83b19e793491b1c6ea0fd8b46cd9f32e592fc
            01ba4719c80b6fe911b091a7c05124b64eeece964e09c058ef8f9805daca546b 81051bcc2cf1bedf378224b0a93e2877
            ba8ab5a0280b953aa97435ff8946cbcbb2755a27 7eb70257593da06f682a3ddda54a9d260d4fc514f645237f5ca74b08f8da61a6
            7215ee9c7d9dc229d2921a40e899ec5f b858cb282617fb0956d960215c8e84d1ccf909c6
            36a9e7f1c95b82ffb99743e0c5c4ce95d83c9a430aac59f84ef3cbfab6145068 93b885adfe0da089cdf634904fd59f71
            5ba93c9db0cff93f52b521d7420e43f6eda2784f 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d
            44d88612fea8a8f36de82e1278abb02f 3395856ce81f2b7382dee72602f798b642f14140
            275a021bbfb6489e54d471899f7db9d1663fc695ec2fe2a2c4538aabf651fd0f
            """),
    ]
}
