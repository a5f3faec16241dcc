@echo off
rem Posko from its sources on Windows: builds what is out of date, then hands over to the product; or runs the tests.
setlocal EnableExtensions DisableDelayedExpansion
set "HERE=%~dp0"
set "PRODUCT=%HERE%releng\id.posko.product\target\products\id.posko.product\win32\win32\x86_64"
if "%~1"=="test" goto test
if not exist "%PRODUCT%\posko.cmd" goto build
powershell -NoProfile -Command "Set-Location -LiteralPath $env:HERE; $built = Get-Item target\built -ErrorAction SilentlyContinue; $newer = @(Get-Item pom.xml) + @(Get-ChildItem .mvn, targetplatform, bundles, features, releng -Recurse -File) | Where-Object { $_.LastWriteTime -gt $built.LastWriteTime -and $_.FullName.Substring($env:HERE.Length - 1) -notmatch '\\(target|bin|bin-test|test|id\.posko\.tests)\\|\\\.polyglot' }; if (-not $built -or $newer) { exit 1 }"
if not errorlevel 1 goto start

:build
call :find_jdk
if not defined JDK exit /b 3
echo posko: menyusun Posko, yang pertama kali beberapa menit ... / building, the first time takes minutes ... 1>&2
if not exist "%HERE%target" mkdir "%HERE%target"
type nul >"%HERE%target\built.start"
call :forget_classes
call "%HERE%mvnw.cmd" -q -B -ntp -f "%HERE%pom.xml" -Dmaven.test.skip=true -pl "!bundles/id.posko.tests" package >"%HERE%target\build.log" 2>&1
if errorlevel 1 (
	type "%HERE%target\build.log" 1>&2
	exit /b 3
)
move /y "%HERE%target\built.start" "%HERE%target\built" >nul
:start
rem Without "call": what stands in the words is not read once more.
"%PRODUCT%\posko.cmd" %*

:test
call :find_jdk
if not defined JDK exit /b 3
call :forget_classes
"%HERE%mvnw.cmd" -B -ntp -f "%HERE%pom.xml" -fae verify

:forget_classes
rem Tycho compiles a changed class without looking at those that use it: all or none are there.
for /d %%D in ("%HERE%bundles\*") do rmdir /s /q "%%~D\target\classes" "%%~D\target\test-classes" 2>nul
exit /b 0

:find_jdk
set "JDK="
if defined JAVA_HOME call :accept "%JAVA_HOME:"=%"
if not defined JDK for /f "delims=" %%J in ('where java 2^>nul') do call :accept "%%~dpJ.."
if not defined JDK for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*") do call :accept "%%~D"
set "JAVA_HOME=%JDK%"
if not defined JDK echo posko: JDK 25 atau lebih baru tidak ditemukan. Pasang Temurin JDK 25, atau isi JAVA_HOME. / No JDK 25 or newer: install Temurin JDK 25 or set JAVA_HOME. 1>&2
exit /b

:accept
if defined JDK exit /b
if not exist "%~1\bin\javac.exe" exit /b
if not exist "%~1\release" exit /b
set "VERSION=0"
for /f "usebackq tokens=1,2 delims==.-+" %%K in ("%~1\release") do if "%%K"=="JAVA_VERSION" set "VERSION=%%~L"
set "VERSION=%VERSION:"=%"
if %VERSION% GEQ 25 set "JDK=%~f1"
exit /b
